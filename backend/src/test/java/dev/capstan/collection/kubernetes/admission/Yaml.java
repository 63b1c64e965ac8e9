package dev.capstan.collection.kubernetes.admission;

import dev.capstan.simulator.ClusterFixture;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Objects of the API in the form in which people write them. */
final class Yaml {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Yaml() {}

    static <T> T only(Kind<T> kind, String yaml) {
        List<T> all = all(kind, yaml);
        if (all.size() != 1) {
            throw new AssertionError("One was expected, and there are " + all);
        }
        return all.getFirst();
    }

    static <T> List<T> all(Kind<T> kind, String yaml) {
        JsonNode item = JSON.valueToTree(ClusterFixture.yaml(yaml));
        return kind.facts(item);
    }
}
