package mien.engine.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mien.engine.edit.Control;
import mien.engine.edit.Direction;
import mien.engine.edit.EditException;
import mien.engine.edit.EditSpec;
import mien.engine.edit.EditSystem;
import mien.engine.edit.Handle;
import mien.engine.edit.Rgb;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options of a system, made from its controls and handles by rules that know no system:
 *
 * <ul>
 *   <li>a slider {@code head.yaw} is {@code --head-yaw} and, where no other slider ends alike,
 *       {@code --yaw};
 *   <li>sliders {@code gaze.horizontal} and {@code gaze.vertical} are {@code --gaze H,V};
 *   <li>a long row of sliders {@code expression.NAME} is {@code --expression NAME=V …};
 *   <li>a light handle {@code light} is {@code --light AZ,EL[,STRENGTH]}, the strength being its
 *       slider;
 *   <li>a mask handle is {@code --mask FILE}, {@code --mask-grow PX}, {@code --mask-feather PX},
 *       {@code --mask-invert}, or with its own id in place of {@code mask} where there are several;
 *   <li>faces are {@code --source S}, with {@code --target-face N} and others beside it;
 *   <li>colours are {@code R,G,B}, rows of numbers a file, borrowing {@code --take PART FROM},
 *       choices names, toggles flags.
 * </ul>
 *
 * They are applied in the order of the list: what is borrowed first, then what sets many values at
 * once, single sliders last.
 */
final class ControlOptions<S extends EditSpec> {

    /** More sliders than these under one name become one option. */
    private static final int LONG_ROW = 8;

    /** What specialists call a row of numbers. */
    private static final Map<String, String> USUAL_NAMES = Map.of("light.coefficients", "--sh");

    private final EditSystem<S> system;
    private final Predicate<String> free;
    private final List<ControlOption<S>> options = new ArrayList<>();

    private ControlOptions(EditSystem<S> system, Predicate<String> free) {
        this.system = system;
        this.free = free;
    }

    /**
     * All options of a system, in the order they are applied.
     *
     * @param free whether no other option of the verb bears a name
     */
    static <S extends EditSpec> List<ControlOption<S>> of(
            EditSystem<S> system, Predicate<String> free) {
        ControlOptions<S> made = new ControlOptions<>(system, free);
        made.addAll();
        return List.copyOf(made.options);
    }

    private void addAll() {
        each(Control.Borrow.class).forEach(c -> borrow((Control.Borrow<S>) c));
        each(Control.Numbers.class).forEach(c -> numbers((Control.Numbers<S>) c));
        system.handles().forEach(this::handle);
        each(Control.Choice.class).forEach(c -> choice((Control.Choice<S>) c));
        each(Control.Colour.class).forEach(c -> colour((Control.Colour<S>) c));
        each(Control.Toggle.class).forEach(c -> toggle((Control.Toggle<S>) c));
        sliders();
    }

    private Stream<Control<S>> each(Class<?> kind) {
        return system.controls().stream().filter(kind::isInstance);
    }

    private void borrow(Control.Borrow<S> c) {
        OptionSpec.Builder option =
                OptionSpec.builder(dashed(c.id()))
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("2")
                        .paramLabel("PART FROM")
                        .hideParamSyntax(true)
                        .description(
                                "Take a part of another picture: %s. May be repeated."
                                        .formatted(String.join(", ", c.parts())));
        add(
                option,
                (spec, value, open) -> {
                    List<?> words = (List<?>) value;
                    S taken = spec;
                    for (int i = 0; i < words.size(); i += 2) {
                        String part = (String) words.get(i);
                        taken = c.with(taken, part, open.apply(Path.of((String) words.get(i + 1))));
                    }
                    return taken;
                });
    }

    private void numbers(Control.Numbers<S> c) {
        OptionSpec.Builder option =
                OptionSpec.builder(names(USUAL_NAMES.get(c.id()), dashed(c.id())))
                        .type(Path.class)
                        .paramLabel("FILE")
                        .description(
                                "%d numbers from a file: JSON, or text with spaces."
                                        .formatted(c.count()));
        add(
                option,
                (spec, value, open) -> c.with(spec, Numbers.read(dashed(c.id()), (Path) value)));
    }

    private void handle(Handle<S> h) {
        if (h instanceof Handle.Light<S> light) {
            light(light);
        } else if (h instanceof Handle.Faces<S> faces) {
            options.addAll(new FaceOptions<>(faces, system.subject()).all());
        } else if (h instanceof Handle.Mask<S> mask) {
            boolean alone =
                    system.handles().stream().filter(Handle.Mask.class::isInstance).count() == 1;
            String name = alone ? "--mask" : dashed(h.id());
            options.addAll(new MaskOptions<>(mask, name).all());
        }
    }

    private void light(Handle.Light<S> h) {
        Optional<Control.Slider<S>> strength = slider(h.id() + ".strength");
        String form = strength.isPresent() ? "AZ,EL[,STRENGTH]" : "AZ,EL";
        String option = dashed(h.id());
        add(
                OptionSpec.builder(option)
                        .type(String.class)
                        .paramLabel(form)
                        .description(
                                "Where the light comes from, degrees: to the picture's right, up."),
                (spec, value, open) -> {
                    double[] n =
                            Numbers.typed(
                                    option, (String) value, 2, strength.isPresent() ? 3 : 2, form);
                    S lit = h.with(spec, new Direction(n[0], n[1]));
                    return n.length == 3 ? strength.orElseThrow().with(lit, n[2]) : lit;
                });
    }

    private void colour(Control.Colour<S> c) {
        String option = dashed(c.id());
        add(
                OptionSpec.builder(names(option.replace("colour", "color"), option))
                        .type(String.class)
                        .paramLabel("R,G,B")
                        .description("A colour, each part 0 to 1."),
                (spec, value, open) -> {
                    double[] n = Numbers.typed(option, (String) value, 3, 3, "R,G,B");
                    return c.with(spec, new Rgb(n[0], n[1], n[2]));
                });
    }

    private void choice(Control.Choice<S> c) {
        add(
                OptionSpec.builder(dashed(c.id()))
                        .type(String.class)
                        .paramLabel("NAME")
                        .description("One of %s.".formatted(String.join(", ", c.values()))),
                (spec, value, open) -> c.with(spec, (String) value));
    }

    private void toggle(Control.Toggle<S> c) {
        add(
                OptionSpec.builder(dashed(c.id()))
                        .type(Boolean.class)
                        .arity("0")
                        .negatable(true)
                        .fallbackValue("true")
                        .description("On, or off with --no-%s.".formatted(c.id())),
                (spec, value, open) -> c.with(spec, (Boolean) value));
    }

    private void sliders() {
        Map<String, List<Control.Slider<S>>> byStem = new LinkedHashMap<>();
        each(Control.Slider.class)
                .map(c -> (Control.Slider<S>) c)
                .forEach(
                        s ->
                                byStem.computeIfAbsent(stem(s.id()), stem -> new ArrayList<>())
                                        .add(s));
        byStem.forEach(
                (stem, row) -> {
                    if (row.size() > LONG_ROW) {
                        row(stem, row);
                    } else if (isAim(row)) {
                        aim(stem, row);
                    } else {
                        row.forEach(this::single);
                    }
                });
    }

    private void row(String stem, List<Control.Slider<S>> row) {
        String option = dashed(stem);
        String known = row.stream().map(s -> tail(s.id())).collect(Collectors.joining(", "));
        add(
                OptionSpec.builder(option)
                        .type(Map.class)
                        .auxiliaryTypes(String.class, Double.class)
                        .arity("1..*")
                        .splitRegex(",")
                        .paramLabel("NAME=V…")
                        .hideParamSyntax(true)
                        .description("%s (%s).".formatted(range(row.get(0)), known)),
                (spec, value, open) -> {
                    S changed = spec;
                    for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                        List<Control.Slider<S>> meant = meant(stem, (String) entry.getKey());
                        if (meant.isEmpty()) {
                            throw new EditException(
                                    "%s has no '%s': choose one of %s."
                                            .formatted(option, entry.getKey(), known));
                        }
                        for (Control.Slider<S> s : meant) {
                            changed = s.with(changed, (Double) entry.getValue());
                        }
                    }
                    return changed;
                });
    }

    /** The slider of a name, or the two of a face's sides: "smile" is smileLeft and smileRight. */
    private List<Control.Slider<S>> meant(String stem, String name) {
        Optional<Control.Slider<S>> one = slider(stem + "." + name);
        return one.isPresent()
                ? List.of(one.get())
                : Stream.of("Left", "Right")
                        .flatMap(side -> slider(stem + "." + name + side).stream())
                        .toList();
    }

    private static <S> boolean isAim(List<Control.Slider<S>> row) {
        return row.stream()
                .map(s -> tail(s.id()))
                .toList()
                .equals(List.of("horizontal", "vertical"));
    }

    private void aim(String stem, List<Control.Slider<S>> pair) {
        String option = dashed(stem);
        add(
                OptionSpec.builder(option)
                        .type(String.class)
                        .paramLabel("H,V")
                        .description(
                                "To the picture's right (%s), up (%s)."
                                        .formatted(range(pair.get(0)), range(pair.get(1)))),
                (spec, value, open) -> {
                    double[] n = Numbers.typed(option, (String) value, 2, 2, "H,V");
                    return pair.get(1).with(pair.get(0).with(spec, n[0]), n[1]);
                });
    }

    private void single(Control.Slider<S> s) {
        String whole = dashed(s.id());
        String ending = "--" + tail(s.id());
        boolean alone =
                each(Control.Slider.class).filter(o -> tail(o.id()).equals(tail(s.id()))).count()
                        == 1;
        boolean taken =
                options.stream().anyMatch(o -> List.of(o.option().names()).contains(ending));
        boolean brief = alone && !taken && free.test(ending);
        add(
                OptionSpec.builder(brief ? names(ending, whole) : new String[] {whole})
                        .type(Double.class)
                        .paramLabel("X")
                        .description(range(s) + "."),
                (spec, value, open) -> s.with(spec, (Double) value));
    }

    private void add(OptionSpec.Builder option, ControlOption.Setting<S> setting) {
        options.add(new ControlOption<>(option.build(), setting));
    }

    private Optional<Control.Slider<S>> slider(String id) {
        return each(Control.Slider.class)
                .filter(c -> c.id().equals(id))
                .map(c -> (Control.Slider<S>) c)
                .findFirst();
    }

    private static <S> String range(Control.Slider<S> s) {
        return "%s to %s%s"
                .formatted(plain(s.scale().min()), plain(s.scale().max()), s.scale().unit().sign())
                .replace("%", "%%"); // picocli formats its texts
    }

    private static String plain(double v) {
        return v == Math.rint(v) ? Long.toString((long) v) : Double.toString(v);
    }

    private static String[] names(String brief, String whole) {
        return brief == null || brief.equals(whole)
                ? new String[] {whole}
                : new String[] {brief, whole};
    }

    /** {@code gaze.horizontal}: {@code gaze}; an id without a dot is its own stem. */
    private static String stem(String id) {
        return id.contains(".") ? id.substring(0, id.lastIndexOf('.')) : id;
    }

    private static String tail(String id) {
        return id.substring(id.lastIndexOf('.') + 1);
    }

    private static String dashed(String id) {
        return "--" + id.replace('.', '-');
    }
}
