package dev.capstan.access;

/** What came of saving, changing or deleting a view. */
public sealed interface SavedViewChange {

    /** It is so now; of a deleted one, how it was. */
    record Done(SavedView view) implements SavedViewChange {}

    /** The person has another view of the name. */
    record NameTaken(String name) implements SavedViewChange {}

    /** There is no such view, or it is for somebody else to change. */
    record NotYours() implements SavedViewChange {}

    /**
     * It cannot be saved so.
     *
     * @param sentence what is wrong
     */
    record Refused(String sentence) implements SavedViewChange {}
}
