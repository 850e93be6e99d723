package mien.engine.edit.faceswap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import mien.engine.edit.Control;
import mien.engine.edit.Control.Choice;
import mien.engine.edit.Control.NumberSetter;
import mien.engine.edit.Control.Scale;
import mien.engine.edit.Control.Slider;
import mien.engine.edit.Control.Toggle;
import mien.engine.edit.Control.Unit;
import mien.engine.edit.faceswap.FaceParser.Normalisation;
import mien.engine.edit.faceswap.SwapSettings.Blending;
import mien.engine.edit.faceswap.SwapSettings.Form;
import mien.engine.edit.faceswap.SwapSettings.Guiding;
import mien.engine.edit.faceswap.SwapSettings.Shown;
import mien.engine.nn.Layers.Statistics;

/**
 * Everything that can be set on a face swap, in the order of the panel. Weights are the λ of paper
 * and program; what belongs to the walk is in hundredths of it, 0 at its noise and 100 at the
 * picture.
 */
final class SwapControls {

    static final String IDENTITY = "identity";
    static final String STRUCTURE = "structure";

    private static final Scale PERCENT = new Scale(0, 100, 1, Unit.PERCENT);
    private static final double WHOLE = 100;

    /** How far the ends of a window stay apart. */
    private static final double APART = 1;

    private static final double ROUNDING = 1e-12;

    /** How the gaze network may be normalised: as it learnt, or as the program leaves it. */
    private static final Statistics[] EYES = {
        Statistics.RUNNING, SwapSettings.asProgram().guiding().eyes()
    };

    private final List<Control<SwapSpec>> list = new ArrayList<>();

    private SwapControls() {}

    static List<Control<SwapSpec>> all() {
        SwapControls c = new SwapControls();
        c.tradeOff();
        c.area();
        c.experts();
        c.windows();
        c.method();
        c.slider("strength", "result", PERCENT, s -> WHOLE * s.strength(), SwapControls::strong);
        return List.copyOf(c.list);
    }

    private static SwapSpec strong(SwapSpec spec, double percent) {
        return spec.withStrength(percent / WHOLE);
    }

    private void tradeOff() {
        list.add(SwapPreset.CONTROL);
        weight(IDENTITY, "tradeoff", SwapSettings.IDENTITY, 12000, 10);
        slider(STRUCTURE, "tradeoff", PERCENT, SwapControls::structure, SwapControls::structured);
        weight("gaze", "tradeoff", SwapSettings.GAZE, 3000, 10);
    }

    private static double structure(SwapSpec spec) {
        return SwapStructure.of(spec.usual()).read(spec.guidance());
    }

    private static SwapSpec structured(SwapSpec spec, double percent) {
        SwapStructure structure = SwapStructure.of(spec.usual());
        return spec.withGuidance(structure.set(spec.guidance(), percent));
    }

    private void area() {
        slider(
                "mask-full-at",
                "area",
                new Scale(5, 100, 1, Unit.PERCENT),
                s -> WHOLE * (1 - s.guidance().blending().fullFrom()),
                (s, v) -> fullFrom(s, 1 - v / WHOLE));
        choice("join", "area", SwapArea.How.values(), a -> a.where().how(), SwapControls::join);
        for (String part : List.of("ears", "glasses", "hair")) {
            list.add(
                    new Toggle<>(
                            part,
                            "area",
                            s -> s.where().further().contains(part),
                            (s, wanted) -> s.withWhere(s.where().with(part, wanted))));
        }
        slider(
                "edge",
                "area",
                new Scale(0, 16, 0.5, Unit.AMOUNT),
                s -> s.where().band(),
                (s, v) -> s.withWhere(s.where().withBand(v)));
    }

    private static SwapSpec fullFrom(SwapSpec spec, double share) {
        double usual = spec.usual().blending().fullFrom();
        return blended(spec, spec.guidance().blending().from(near(share, usual)));
    }

    private static SwapSpec join(SwapSpec spec, SwapArea.How how) {
        return spec.withWhere(spec.where().with(how));
    }

    private void experts() {
        weight("parts", "experts", SwapSettings.PARTS, 800, 5);
        weight("colour", "experts", SwapSettings.COLOUR, 200, 1);
        weight("pose", "experts", SwapSettings.POSE, 2000, 10);
        weight("tone", "experts", SwapSettings.TONE, 20000, 50);
        slider(
                "copies",
                "experts",
                new Scale(1, 16, 1, Unit.AMOUNT),
                s -> s.guidance().guiding().copies(),
                (s, v) -> guided(s, s.guidance().guiding().looking((int) Math.round(v))));
        for (String expert : EXPERTS) {
            list.add(
                    new Toggle<>(
                            "guide-" + expert,
                            "experts",
                            s -> s.guidance().on(expert),
                            (s, on) -> s.withGuidance(s.guidance().switched(expert, on))));
        }
    }

    private static final List<String> EXPERTS =
            List.of(
                    SwapSettings.IDENTITY,
                    SwapSettings.PARTS,
                    SwapSettings.GAZE,
                    SwapSettings.COLOUR,
                    SwapSettings.POSE,
                    SwapSettings.TONE);

    private void windows() {
        for (String expert : EXPERTS) {
            slider(
                    "window." + expert + "-opens",
                    "windows",
                    new Scale(0, WHOLE - APART, 1, Unit.PERCENT),
                    s -> opens(s, expert),
                    (s, v) -> framed(s, expert, v, Math.max(closes(s, expert), v + APART)));
            slider(
                    "window." + expert + "-closes",
                    "windows",
                    new Scale(APART, WHOLE, 1, Unit.PERCENT),
                    s -> closes(s, expert),
                    (s, v) -> framed(s, expert, Math.min(opens(s, expert), v - APART), v));
        }
    }

    private static Window window(SwapSpec spec, String expert) {
        return spec.guidance().guiding().pull(expert).window();
    }

    private static double opens(SwapSpec spec, String expert) {
        return WHOLE * (1 - window(spec, expert).to());
    }

    private static double closes(SwapSpec spec, String expert) {
        return Math.min(WHOLE, WHOLE * (1 - window(spec, expert).from()));
    }

    /** A window from one hundredth of the walk to another; its ends push each other along. */
    private static SwapSpec framed(SwapSpec spec, String expert, double opens, double closes) {
        Window now = window(spec, expert);
        Window usual = spec.usual().guiding().pull(expert).window();
        double from = closes >= WHOLE ? Window.ALWAYS.from() : 1 - closes / WHOLE;
        Window next =
                new Window(
                        near(from, now.from(), usual.from()),
                        near(1 - opens / WHOLE, now.to(), usual.to()));
        return framed(spec, expert, next);
    }

    /** One of the known numbers, where hundredths were rounded away from it. */
    private static double near(double number, double... known) {
        return DoubleStream.of(known)
                .filter(k -> Math.abs(k - number) < ROUNDING)
                .findFirst()
                .orElse(number);
    }

    private static SwapSpec framed(SwapSpec spec, String expert, Window window) {
        double weight = spec.guidance().guiding().pull(expert).weight();
        return spec.withGuidance(spec.guidance().with(expert, new Pull(weight, window)));
    }

    private void method() {
        slider(
                "depth",
                "method",
                new Scale(WHOLE * SwapGuidance.LEAST_DEPTH, WHOLE, 1, Unit.PERCENT),
                s -> WHOLE * s.guidance().depth(),
                (s, v) -> s.withGuidance(s.guidance().withDepth(v / WHOLE)));
        guiding("distance", Distance.values(), Guiding::distance, Guiding::with);
        guiding("experts-see", Shown.values(), Guiding::shown, Guiding::with);
        guiding("gradient", Form.values(), Guiding::form, Guiding::with);
        guiding("parser-input", Normalisation.values(), Guiding::parsing, Guiding::with);
        guiding("eye-statistics", EYES, Guiding::eyes, Guiding::with);
        list.add(
                new Toggle<>(
                        "blend-between",
                        "method",
                        s -> s.guidance().blending().between(),
                        (s, on) -> blended(s, s.guidance().blending().between(on))));
        list.add(
                new Toggle<>(
                        "matched-noise",
                        "method",
                        s -> s.guidance().blending().matched(),
                        (s, on) -> blended(s, s.guidance().blending().matched(on))));
    }

    private <E extends Enum<E>> void guiding(
            String id,
            E[] values,
            Function<Guiding, E> getter,
            BiFunction<Guiding, E, Guiding> setter) {
        choice(
                id,
                "method",
                values,
                s -> getter.apply(s.guidance().guiding()),
                (s, v) -> guided(s, setter.apply(s.guidance().guiding(), v)));
    }

    private <E extends Enum<E>> void choice(
            String id,
            String group,
            E[] values,
            Function<SwapSpec, E> getter,
            BiFunction<SwapSpec, E, SwapSpec> setter) {
        list.add(
                new Choice<>(
                        id,
                        group,
                        Stream.of(values).map(SwapControls::word).toList(),
                        false,
                        s -> word(getter.apply(s)),
                        (s, word) ->
                                setter.apply(
                                        s,
                                        Arrays.stream(values)
                                                .filter(v -> word(v).equals(word))
                                                .findFirst()
                                                .orElseThrow())));
    }

    /** {@code AT_X0} is {@code at-x0}. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void weight(String id, String group, String expert, double most, double step) {
        slider(
                id,
                group,
                new Scale(0, most, step, Unit.AMOUNT),
                s -> s.guidance().guiding().pull(expert).weight(),
                (s, v) -> guided(s, s.guidance().guiding().with(expert, v)));
    }

    private static SwapSpec guided(SwapSpec spec, Guiding other) {
        return spec.withGuidance(spec.guidance().with(other));
    }

    private static SwapSpec blended(SwapSpec spec, Blending other) {
        return spec.withGuidance(spec.guidance().with(other));
    }

    private void slider(
            String id,
            String group,
            Scale scale,
            ToDoubleFunction<SwapSpec> getter,
            NumberSetter<SwapSpec> setter) {
        list.add(
                new Slider<>(
                        id,
                        group,
                        scale,
                        s -> getter.applyAsDouble(SwapSpec.of(s.source(), List.of(), s.usual())),
                        getter,
                        (s, v) -> v == getter.applyAsDouble(s) ? s : setter.with(s, v)));
    }
}
