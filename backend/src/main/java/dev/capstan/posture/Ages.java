package dev.capstan.posture;

import java.util.EnumMap;
import java.util.Map;

/**
 * How old open findings are.
 *
 * @param byBucket how many findings are so old; buckets without any may be missing
 */
public record Ages(Map<AgeBucket, Long> byBucket) {

    public static final Ages NONE = new Ages(Map.of());

    public Ages {
        byBucket = Map.copyOf(byBucket);
    }

    /** How many are so old. */
    public long of(AgeBucket bucket) {
        return byBucket.getOrDefault(bucket, 0L);
    }

    /** How many there are at all. */
    public long all() {
        return byBucket.values().stream().mapToLong(Long::longValue).sum();
    }

    Ages plus(Ages other) {
        Map<AgeBucket, Long> sum = new EnumMap<>(AgeBucket.class);
        sum.putAll(byBucket);
        other.byBucket.forEach((bucket, count) -> sum.merge(bucket, count, Long::sum));
        return new Ages(sum);
    }
}
