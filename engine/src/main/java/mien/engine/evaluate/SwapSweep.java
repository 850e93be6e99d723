package mien.engine.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import mien.engine.edit.Control.Slider;
import mien.engine.edit.Control.Toggle;
import mien.engine.edit.faceswap.SwapSpec;
import mien.engine.picture.Picture;

/**
 * The same swaps made with one setting after another, measured as in {@link SwapEvaluation}: curves
 * over the weights and the mask's ramp, and what each expert is worth.
 */
public final class SwapSweep {

    private static final String SWITCH = "guide-";

    private final SwapSetting setting;
    private final SwapAsking asking;

    /** Told of what becomes of people. */
    public interface Watcher {

        /**
         * After each edit.
         *
         * @param done edits so far
         * @param all edits there will be
         */
        void edit(int done, int all);

        /**
         * After each person.
         *
         * @param name of the sweep's control, or {@code experts}
         * @param row target, source, and the result of every setting
         */
        void person(String name, List<Picture> row);
    }

    /** Settings to try. */
    private record Trial(String name, Map<String, UnaryOperator<SwapSpec>> changes) {}

    public SwapSweep(SwapSetting setting) {
        this.setting = setting;
        asking = new SwapAsking(setting.system(), setting.editor()::open);
    }

    /** Turns up one setting after another on the people seed, seed + 1, … */
    public List<SweepCurves> sweep(List<Sweep> sweeps, long seed, int count, Watcher watcher) {
        SwapSpec model = asked(SwapCase.of(seed, setting.size()));
        Map<Sweep, List<Double>> values = new LinkedHashMap<>();
        List<Trial> trials = new ArrayList<>();
        for (Sweep sweep : sweeps) {
            Slider<SwapSpec> slider = sweep.slider(setting.system());
            List<Double> tried = Sweep.values(slider.scale(), slider.value(model));
            values.put(sweep, tried);
            Map<String, UnaryOperator<SwapSpec>> changes = new LinkedHashMap<>();
            tried.forEach(v -> changes.put(v.toString(), spec -> slider.with(spec, v)));
            trials.add(new Trial(sweep.control(), changes));
        }
        List<List<Means>> found = judged(trials, seed, count, watcher);
        List<SweepCurves> curves = new ArrayList<>();
        values.forEach(
                (sweep, tried) ->
                        curves.add(
                                new SweepCurves(
                                        sweep,
                                        tried,
                                        found.get(curves.size()).stream()
                                                .map(Means::values)
                                                .toList())));
        return curves;
    }

    /**
     * Silences one expert after another on the people seed, seed + 1, …
     *
     * @return means by name with all experts, and without each that had a say, in that order
     */
    public Map<String, Map<String, Double>> ablate(long seed, int count, Watcher watcher) {
        SwapSpec model = asked(SwapCase.of(seed, setting.size()));
        Map<String, UnaryOperator<SwapSpec>> changes = new LinkedHashMap<>();
        changes.put("all experts", UnaryOperator.identity());
        setting.system().controls().stream()
                .filter(c -> c.id().startsWith(SWITCH))
                .map(c -> (Toggle<SwapSpec>) c)
                .filter(c -> saying(model).contains(c.id()))
                .forEach(
                        c ->
                                changes.put(
                                        "without " + c.id().substring(SWITCH.length()),
                                        spec -> c.with(spec, false)));
        List<Means> found =
                judged(List.of(new Trial("experts", changes)), seed, count, watcher).get(0);
        Map<String, Map<String, Double>> table = new LinkedHashMap<>();
        changes.keySet().forEach(name -> table.put(name, found.get(table.size()).values()));
        return table;
    }

    /** The switches of the experts that have some weight. */
    private Set<String> saying(SwapSpec model) {
        Set<String> switches = new TreeSet<>();
        setting.system().controls().stream()
                .filter(Slider.class::isInstance)
                .map(c -> (Slider<SwapSpec>) c)
                .filter(c -> c.value(model) > 0)
                .forEach(c -> switches.add(SWITCH + c.id()));
        return switches;
    }

    private SwapSpec asked(SwapCase c) {
        return asking.asked(c, found -> {});
    }

    /** Means for every change of every trial. */
    private List<List<Means>> judged(List<Trial> trials, long seed, int count, Watcher watcher) {
        List<List<Means>> means =
                trials.stream()
                        .map(t -> t.changes.values().stream().map(v -> new Means()).toList())
                        .toList();
        int each = trials.stream().mapToInt(t -> t.changes.size()).sum();
        for (int i = 0; i < count; i++) {
            Person person = new Person(SwapCase.of(seed + i, setting.size()), seed + i);
            int done = i * each;
            for (int t = 0; t < trials.size(); t++) {
                List<Picture> row = person.given();
                List<Means> into = means.get(t);
                int at = 0;
                for (UnaryOperator<SwapSpec> change : trials.get(t).changes.values()) {
                    Made made = person.made(change);
                    made.measures.forEach(into.get(at++)::add);
                    row.add(made.result);
                    watcher.edit(++done, count * each);
                }
                watcher.person(trials.get(t).name, row);
            }
        }
        return means;
    }

    private record Made(SwapSpec spec, Picture result, Map<String, Double> measures) {}

    /** One person's swap in many settings; what was made is not made again. */
    private final class Person {

        private final SwapCase c;
        private final long seed;
        private final SwapSpec model;
        private final SwapMeasures measures;
        private final List<Made> made = new ArrayList<>();

        Person(SwapCase c, long seed) {
            this.c = c;
            this.seed = seed;
            model = asked(c);
            measures = new SwapMeasures(c, setting);
        }

        List<Picture> given() {
            return new ArrayList<>(List.of(c.target().picture(), c.source().picture()));
        }

        Made made(UnaryOperator<SwapSpec> change) {
            SwapSpec spec = change.apply(model);
            return made.stream()
                    .filter(m -> setting.system().sameRun(m.spec, spec))
                    .findFirst()
                    .orElseGet(() -> remembered(spec));
        }

        private Made remembered(SwapSpec spec) {
            Picture result = setting.system().finished(spec, setting.editor().run(spec, seed));
            Made one = new Made(spec, result, measures.of(result));
            made.add(one);
            return one;
        }
    }
}
