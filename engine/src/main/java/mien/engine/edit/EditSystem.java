package mien.engine.edit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import mien.engine.picture.Picture;

/**
 * One way of editing a picture. Implementations hold no state of a document and are safe for use by
 * several threads; {@link #open}, {@link #run} and {@link #warmUp} are called on a device's worker
 * thread, all else on any thread.
 */
public interface EditSystem<S extends EditSpec> {

    /** Its name in packs, files and style sheets: lower case, such as {@code relight}. */
    String id();

    /**
     * What the picture that is edited is called beside others: one word in lower case, the name of
     * its option on the command line.
     */
    default String subject() {
        return "portrait";
    }

    /** The sampler it was made for, which runs when none was asked for. */
    default String sampler() {
        return "ddim";
    }

    /** Everything that can be set, in the order of the panel; ids are unique. */
    List<Control<S>> controls();

    /** What can be dragged on the canvas or beside it. */
    List<Handle<S>> handles();

    /**
     * Fits a picture: the result holds the values "from photo" and changes nothing yet.
     *
     * @throws EditException if the picture cannot be edited by this system
     * @throws Cancelled within the time of one step after the run was cancelled
     */
    S open(Picture portrait, Run run);

    /** A fast picture of what the spec asks for, without any network: a few milliseconds. */
    Picture proxy(S spec);

    /**
     * The edit itself. Every step's x̂₀ is published to the run.
     *
     * @throws Cancelled within the time of one step after the run was cancelled
     */
    Picture run(S spec, Run run);

    /**
     * The picture to show and keep: a run's result, or a step of it, with all that is done to it
     * afterwards without any network, such as laying it over the original inside a mask. Any
     * thread.
     *
     * @param spec whose run it was, or one with the {@link #sameRun}
     */
    default Picture finished(S spec, Picture sampled) {
        return sampled;
    }

    /**
     * What a step of a run looks like in a row of many, at a glance and without waiting: opaque,
     * and as one sees it. Any thread.
     */
    default Picture glimpse(Picture sampled) {
        return sampled;
    }

    /**
     * Whether the result of one spec's run is that of the other's, so that going from one to the
     * other needs no new run but only {@link #finished}.
     */
    default boolean sameRun(S a, S b) {
        return a.equals(b);
    }

    /**
     * Whether a change may act on a run that goes on, from its next step, as turning up a guidance
     * may. What was prepared before the first step, such as the picture that is edited, must stay.
     *
     * @param running what the run was started with
     * @param wanted what it shall go on with
     */
    default boolean steers(S running, S wanted) {
        return false;
    }

    /**
     * What of a spec the time of a step and the memory of a run depend on, besides model,
     * arithmetic and device: in any words, the same for runs that take as much. Any thread.
     */
    default String effort(S spec) {
        return spec.source().width() + "x" + spec.source().height();
    }

    /** What is measured while a run goes on, in the order of the panel. */
    default List<Meter> meters() {
        return List.of();
    }

    /**
     * How good a step is by what was measured there: the more the better; empty where too little
     * was measured to say.
     */
    default OptionalDouble score(Readings readings) {
        return OptionalDouble.empty();
    }

    /**
     * The best step of a run; of equal ones the last.
     *
     * @param steps what was measured, by the number of steps done
     */
    default OptionalInt best(SortedMap<Integer, Readings> steps) {
        OptionalInt best = OptionalInt.empty();
        double most = Double.NEGATIVE_INFINITY;
        for (Map.Entry<Integer, Readings> step : steps.entrySet()) {
            OptionalDouble score = score(step.getValue());
            if (score.isPresent() && score.getAsDouble() >= most) {
                most = score.getAsDouble();
                best = OptionalInt.of(step.getKey());
            }
        }
        return best;
    }

    /** What a person should know before editing with a model, such as what it cannot do. */
    default List<Notice> notices(Pack pack) {
        return List.of();
    }

    /**
     * Loads what a run needs and runs it once in small, so that the first edit is not slower than
     * the next.
     */
    void warmUp(Run run);

    /**
     * The spec as its picture was opened: with nothing chosen. Any thread.
     *
     * @param spec for example one that was restored
     */
    S untouched(S spec);

    /** Everything in a spec but its source, for a document; any thread. */
    SavedSpec save(S spec);

    /**
     * The spec that was saved, number by number; any thread, but not in the middle of a frame.
     *
     * @param source the picture it was saved with
     * @throws EditException if it is damaged, of a newer Mien, or does not fit the picture
     */
    S restore(SavedSpec saved, Picture source);

    /** The control of an id. */
    default Optional<Control<S>> control(String id) {
        return controls().stream().filter(c -> c.id().equals(id)).findFirst();
    }
}
