package mien.engine.train;

import mien.engine.tensor.NoiseSource;
import mien.engine.world.Identity;

/**
 * The same face under other hair and in other clothes. Whoever learns to know people by a few
 * portraits in which nobody changes clothes learns to know clothes; a face swap keeps those of the
 * target, so its experts must know faces.
 */
final class Disguise {

    private static final int PEOPLE = 1_000_000; // seeds of training, and as many of evaluation
    private static final double SHARE = 0.75;

    private Disguise() {}

    /**
     * A person for one of their looks: as they are in the first, mostly disguised in the others.
     * Training people dress like training people, others like others.
     */
    static Identity of(long seed, int look) {
        Identity who = Identity.of(seed);
        NoiseSource random = NoiseSource.of(seed, look);
        if (look == 0 || random.uniform() >= SHARE) {
            return who;
        }
        return who.dressedAs(Identity.of(seed / PEOPLE * PEOPLE + random.integer(PEOPLE)));
    }
}
