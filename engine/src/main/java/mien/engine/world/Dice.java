package mien.engine.world;

/** Random numbers that depend on nothing but a seed and a topic (SplitMix64). */
final class Dice {
    private long state;

    private Dice(long state) {
        this.state = state;
    }

    static Dice of(long seed, String topic) {
        Dice d = new Dice(seed * 0x9E3779B97F4A7C15L ^ topic.hashCode() * 0xD1B54A32D192ED03L);
        d.next();
        d.next();
        return d;
    }

    private long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** Uniform in [0, 1). */
    float unit() {
        return (next() >>> 40) * 0x1p-24f;
    }

    float between(float low, float high) {
        return low + (high - low) * unit();
    }

    int below(int n) {
        return (int) ((next() >>> 33) % n);
    }

    boolean chance(double p) {
        return unit() < p;
    }

    /** Bell-shaped, mean 0, standard deviation 1, never beyond 2.45. */
    float bell() {
        return (unit() + unit() + unit() + unit() - 2) * 1.2247449f * 1.4142135f;
    }

    /** Index drawn with the given weights. */
    int weighted(double... weights) {
        double sum = 0;
        for (double w : weights) {
            sum += w;
        }
        double at = unit() * sum;
        for (int i = 0; i < weights.length; i++) {
            at -= weights[i];
            if (at < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
