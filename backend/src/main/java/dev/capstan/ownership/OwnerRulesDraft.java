package dev.capstan.ownership;

/**
 * A list of rules that somebody wants to make.
 *
 * @param basedOn the version that it was edited from
 * @param rules what it says
 * @param note why it is made
 */
public record OwnerRulesDraft(int basedOn, OwnerRules rules, String note) {}
