package dev.capstan.ui.posture;

import dev.capstan.fleet.ClusterId;
import dev.capstan.posture.ClusterPosture;
import dev.capstan.posture.Freshness;
import dev.capstan.posture.HeatMapCell;
import dev.capstan.ui.component.Words;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Clusters by namespaces.
 *
 * @param clusters the rows, in their order
 * @param namespaces the names of all columns, those with most failing containers first
 * @param cells every namespace of the rows
 */
record HeatMap(List<ClusterPosture> clusters, List<String> namespaces, List<HeatMapCell> cells) {

    HeatMap {
        clusters = List.copyOf(clusters);
        namespaces = List.copyOf(namespaces);
        cells = List.copyOf(cells);
    }

    static HeatMap of(List<ClusterPosture> clusters, List<HeatMapCell> cells) {
        Map<String, Long> failing = new HashMap<>();
        cells.forEach(cell -> failing.merge(cell.namespace(), cell.score().failing(), Long::sum));
        List<String> namespaces = failing.keySet().stream()
                .sorted(Comparator.<String>comparingLong(failing::get)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        return new HeatMap(clusters, namespaces, cells);
    }

    /** What the map shows, in sentences. */
    String summary() {
        long failing = cells.stream().filter(cell -> cell.score().failing() > 0).count();
        long unread = clusters.stream()
                .filter(cluster -> cluster.freshness() == Freshness.NOT_ASSESSED)
                .count();
        String worst = cells.stream()
                .filter(cell -> cell.score().failing() > 0)
                .max(Comparator.comparingLong(cell -> cell.score().failing()))
                .map(cell -> " Most fail in %s of %s: %s."
                        .formatted(
                                cell.namespace(),
                                name(cell.cluster()),
                                Words.count(cell.score().failing(), "container")))
                .orElse("");
        return "Containers fail in %s of %s of these clusters, which have %s.%s%s"
                .formatted(
                        Words.number(failing),
                        Words.count(cells.size(), "namespace"),
                        Words.count(namespaces.size(), "name"),
                        worst,
                        unread == 0 ? "" : " " + Words.count(unread, "cluster") + " not assessed.");
    }

    private String name(ClusterId id) {
        return clusters.stream()
                .filter(cluster -> cluster.id().equals(id))
                .map(ClusterPosture::name)
                .findAny()
                .orElse("cluster " + id);
    }

    /** The cells of some columns by their cluster, each with the number of its column. */
    Map<ClusterId, Map<Integer, HeatMapCell>> within(List<String> columns) {
        Map<String, Integer> numbers = new HashMap<>();
        columns.forEach(name -> numbers.put(name, numbers.size()));
        Map<ClusterId, Map<Integer, HeatMapCell>> rows = new HashMap<>();
        for (HeatMapCell cell : cells) {
            Optional.ofNullable(numbers.get(cell.namespace()))
                    .ifPresent(column -> rows.computeIfAbsent(cell.cluster(), id -> new java.util.TreeMap<>())
                            .put(column, cell));
        }
        return rows;
    }
}
