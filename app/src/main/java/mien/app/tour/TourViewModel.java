package mien.app.tour;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Where the tour is; it can be left at any stop. */
public final class TourViewModel {

    private final List<Stop> stops;
    private final Runnable seen;
    private final ReadOnlyObjectWrapper<Optional<Stop>> stop =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param seen told when the tour was ended or left, so that it does not come by itself again
     */
    public TourViewModel(List<Stop> stops, Runnable seen) {
        this.stops = List.copyOf(stops);
        this.seen = seen;
    }

    /** The stop that is shown; empty while there is no tour. */
    public ReadOnlyObjectProperty<Optional<Stop>> stopProperty() {
        return stop.getReadOnlyProperty();
    }

    /** From 1. */
    public int number() {
        return stop.get().map(stops::indexOf).orElse(-1) + 1;
    }

    public int count() {
        return stops.size();
    }

    public void start() {
        stop.set(stops.stream().findFirst());
    }

    /** To the next stop; after the last one the tour is over. */
    public void next() {
        go(1);
    }

    /** To the stop before, if there is one. */
    public void back() {
        if (number() > 1) {
            go(-1);
        }
    }

    private void go(int by) {
        int to = number() - 1 + by;
        if (stop.get().isPresent() && to < stops.size()) {
            stop.set(Optional.of(stops.get(to)));
        } else {
            leave();
        }
    }

    /** The tour is over, wherever it was. */
    public void leave() {
        if (stop.get().isPresent()) {
            stop.set(Optional.empty());
            seen.run();
        }
    }
}
