package dev.capstan.posture;

/**
 * An Azure tag of a cluster.
 *
 * @param name its name, which Azure compares without regard to case
 * @param value its value, which Azure compares as written
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources">Tags</a>
 */
public record Tag(String name, String value) {}
