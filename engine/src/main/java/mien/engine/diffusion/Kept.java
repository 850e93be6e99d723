package mien.engine.diffusion;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Which places of a walk are kept: each one, and in a walk too long for that every second, every
 * fourth …; always the newest.
 */
final class Kept {

    private final long budget;
    private final TreeSet<Integer> steps = new TreeSet<>();
    private int stride = 1;

    /**
     * @param budget bytes of all places together
     */
    Kept(long budget) {
        this.budget = budget;
    }

    /**
     * A place after so many steps comes to the others.
     *
     * @return the steps whose places now go
     */
    List<Integer> add(int done, long bytes) {
        List<Integer> gone = new ArrayList<>();
        steps.remove(done); // a walk that goes on tells its first place again, which must not go
        if (!steps.isEmpty() && steps.last() % stride != 0) {
            gone.add(steps.pollLast()); // it was kept for being the newest
        }
        while (bytes * (steps.size() + 1L) > budget && steps.size() > 1) {
            stride *= 2;
            steps.removeIf(k -> k % stride != 0 && gone.add(k));
        }
        steps.add(done);
        return gone;
    }
}
