package dev.capstan.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of table {@code person}. */
interface PersonRepository extends Repository<Person, String> {

    Optional<Person> findById(String name);

    List<Person> findAllByOrderByName();

    boolean existsByPasswordHashNot(String passwordHash);

    /**
     * Adds a person unless the name is taken; of several processes that start at once, one succeeds.
     *
     * @return how many were added, 0 or 1
     */
    @Transactional
    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into person (name, display_name, password_hash, role, created_at)
                    values (:name, :displayName, :passwordHash, :#{#role.name()}, :createdAt)
                    on conflict (name) do nothing""")
    int add(String name, String displayName, String passwordHash, Role role, Instant createdAt);
}
