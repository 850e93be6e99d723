package mien.engine.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Those whose turn will come, in an order that can be changed while they wait. Edits can be held;
 * questions, such as opening a picture, go on meanwhile. Safe for use by several threads.
 */
final class WaitingLine {

    /**
     * Something to do.
     *
     * @param job empty for a question
     * @param goesOn whether an edit takes the place of one that had begun, and so is not held
     */
    record Turn(Optional<Job> job, boolean goesOn, Runnable work) {

        /** A question, or an edit that begins. */
        Turn(Optional<Job> job, Runnable work) {
            this(job, false, work);
        }

        private boolean of(Job other) {
            return job.filter(j -> j == other).isPresent();
        }

        private boolean heldBack() {
            return job.isPresent() && !goesOn;
        }
    }

    private final List<Turn> turns = new ArrayList<>();
    private boolean held;
    private boolean closed;

    /** At the end of the line. */
    synchronized void add(Turn turn) {
        add(turns.size(), turn);
    }

    /**
     * Before all others, in the place of an edit. Once that one has begun, the next is no further
     * edit, and holding does not stop it.
     */
    synchronized void addInPlaceOf(Job edit, Job next, Runnable work) {
        boolean goesOn =
                turns.stream()
                        .filter(t -> t.of(edit))
                        .findFirst()
                        .map(Turn::goesOn)
                        .orElseGet(() -> !edit.status().last());
        add(0, new Turn(Optional.of(next), goesOn, work));
    }

    private void add(int place, Turn turn) {
        if (closed) {
            throw new IllegalStateException("the engine is closed");
        }
        turns.add(place, turn);
        notifyAll();
    }

    /**
     * Waits for the next turn.
     *
     * @return empty when the line was closed and nobody waits any more
     */
    synchronized Optional<Turn> next() throws InterruptedException {
        while (true) {
            for (int i = 0; i < turns.size(); i++) {
                if (closed || !held || !turns.get(i).heldBack()) {
                    return Optional.of(turns.remove(i));
                }
            }
            if (closed) {
                return Optional.empty();
            }
            wait();
        }
    }

    /** Edits wait until {@link #release}, but for those that go on in another's place. */
    synchronized void hold() {
        held = true;
    }

    synchronized void release() {
        held = false;
        notifyAll();
    }

    synchronized boolean held() {
        return held;
    }

    /** The edits that wait, the next first. */
    synchronized List<Job> jobs() {
        return turns.stream().flatMap(t -> t.job.stream()).filter(j -> !j.status().last()).toList();
    }

    /**
     * Puts a waiting edit at a place among those that wait, 0 being the next.
     *
     * @return whether it still waits
     */
    synchronized boolean move(Job job, int place) {
        List<Job> order = new ArrayList<>(jobs());
        if (!order.remove(job)) {
            return false;
        }
        Turn moved = turn(job);
        turns.remove(moved);
        int to = Math.max(0, Math.min(order.size(), place));
        turns.add(to == order.size() ? turns.size() : turns.indexOf(turn(order.get(to))), moved);
        return true;
    }

    private Turn turn(Job job) {
        return turns.stream().filter(t -> t.of(job)).findFirst().orElseThrow();
    }

    /** Takes nobody any more; those in it still have their turn. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
