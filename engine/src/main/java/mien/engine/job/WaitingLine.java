package mien.engine.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Those whose turn will come, in an order that can be changed while they wait. Edits can be held;
 * questions, such as opening a picture, go on meanwhile. Safe for use by several threads.
 */
final class WaitingLine {

    /** Something to do; {@code job} is empty for a question. */
    record Turn(Optional<Job> job, Runnable work) {}

    private final List<Turn> turns = new ArrayList<>();
    private boolean held;
    private boolean closed;

    /** At the end of the line. */
    synchronized void add(Turn turn) {
        if (closed) {
            throw new IllegalStateException("the engine is closed");
        }
        turns.add(turn);
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
                if (closed || !held || turns.get(i).job.isEmpty()) {
                    return Optional.of(turns.remove(i));
                }
            }
            if (closed) {
                return Optional.empty();
            }
            wait();
        }
    }

    /** Edits wait until {@link #release}. */
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
        return turns.stream()
                .filter(t -> t.job.filter(j -> j == job).isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** Takes nobody any more; those in it still have their turn. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
