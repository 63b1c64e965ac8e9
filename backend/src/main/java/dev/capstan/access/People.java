package dev.capstan.access;

import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Everyone who may sign in. */
@Service
@PreAuthorize("hasRole('VIEWER')")
public class People {

    private final PersonRepository people;

    People(PersonRepository people) {
        this.people = people;
    }

    /** The person who signs in with the name, if there is one; for the one signed in, pass the authentication's name. */
    public Optional<Person> find(String name) {
        return people.findById(name);
    }

    /** All of them, by name. */
    public List<Person> all() {
        return people.findAllByOrderByName();
    }
}
