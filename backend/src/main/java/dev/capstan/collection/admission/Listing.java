package dev.capstan.collection.admission;

import java.util.List;

/** What came of listing one kind of object. Absent is not unread: only the former says that there is nothing. */
public sealed interface Listing<T> {

    /** Every object of the kind was read. */
    record Read<T>(List<T> items) implements Listing<T> {

        public Read {
            items = List.copyOf(items);
        }
    }

    /** The API server does not serve the kind. */
    record Absent<T>() implements Listing<T> {}

    /**
     * The kind could not be read.
     *
     * @param why a sentence for people, without secrets
     */
    record Unread<T>(String why) implements Listing<T> {}

    /** What is known to be there: nothing where the kind is absent or was not read. */
    default List<T> known() {
        return this instanceof Read<T>(List<T> items) ? items : List.of();
    }
}
