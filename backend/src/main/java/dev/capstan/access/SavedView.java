package dev.capstan.access;

/**
 * What a list was narrowed to, kept under a name.
 *
 * @param owner the name with which the person signs in who saved it
 * @param ownerName what others call the person
 * @param query what follows the question mark in the list's address
 * @param shared whether everyone sees it
 */
public record SavedView(
        long id, String owner, String ownerName, String name, ViewedList list, String query, boolean shared) {

    /** The address within Capstan: always the list's own path. */
    public String url() {
        return query.isEmpty() ? list.path() : list.path() + "?" + query;
    }
}
