package dev.capstan.access;

import java.util.Arrays;
import java.util.Optional;

/** The lists whose views can be saved. */
public enum ViewedList {
    CLUSTERS("clusters"),
    WORKLOADS("workloads"),
    OWNERS("owners"),
    CHANGES("changes");

    private final String path;

    ViewedList(String path) {
        this.path = path;
    }

    /** The path of its screen. */
    public String path() {
        return path;
    }

    /** The list with the path, if there is one whose views can be saved. */
    static Optional<ViewedList> at(String path) {
        return Arrays.stream(values()).filter(list -> list.path.equals(path)).findAny();
    }
}
