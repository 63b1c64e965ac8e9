package dev.capstan.fleet;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ClusterRepository extends JpaRepository<Cluster, Long> {

    List<Cluster> findBySubscriptionId(UUID subscription);

    List<Cluster> findByGoneAtIsNullOrderById();

    List<Cluster> findByGoneAtIsNullAndMissedListingsGreaterThanEqual(int misses);
}
