package mien.app.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.ObservableMap;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mien.app.keys.KeyMap;
import mien.app.text.Texts;
import mien.app.theme.WhileShown;
import mien.engine.edit.Control;
import mien.engine.edit.EditSpec;
import mien.engine.edit.Handle;
import org.controlsfx.control.textfield.TextFields;

/**
 * Everything that can be set on the opened picture, in the groups and the order its editing system
 * gives.
 */
public final class Inspector<S extends EditSpec> extends ScrollPane {

    private static final int MANY = 10; // longer sections are closed at first and can be searched

    private final EditViewModel<S> edit;
    private final Texts texts;
    private final Supplier<KeyMap> keys;
    private final Inputs<S> inputs;
    private final ObservableMap<String, Boolean> open;
    private final Optional<Means> means;
    private final Consumer<String> complaint;

    /**
     * @param keys what the keys of fields mean now
     * @param open which groups are open, by id; kept by the caller, so that the next picture finds
     *     them so
     * @param complaint takes the sentence when something pasted or chosen cannot be used
     */
    public Inspector(
            EditViewModel<S> edit,
            Texts texts,
            Supplier<KeyMap> keys,
            ObservableMap<String, Boolean> open,
            Optional<Means> means,
            Consumer<String> complaint) {
        this.edit = edit;
        this.texts = texts;
        this.inputs = new Inputs<>(edit, texts, keys, means, complaint);
        this.keys = keys;
        this.open = open;
        this.means = means;
        this.complaint = complaint;
        getStyleClass().add("inspector");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        VBox sections = new VBox();
        sections.getStyleClass().add("sections");
        means.map(m -> new PresetFolder(m.presets().resolve(edit.system().id())))
                .map(folder -> new Presets<>(edit, folder, texts, complaint))
                .ifPresent(p -> sections.getChildren().add(new PresetMenu(p, texts)));
        groups().forEach((id, controls) -> sections.getChildren().add(section(id, controls)));
        setContent(sections);
    }

    private Map<String, List<Control<S>>> groups() {
        Map<String, List<Control<S>>> groups = new LinkedHashMap<>();
        for (Control<S> control : edit.system().controls()) {
            groups.computeIfAbsent(control.group(), g -> new ArrayList<>()).add(control);
        }
        return groups;
    }

    private Section section(String id, List<Control<S>> controls) {
        String title = texts.name("group", id);
        List<Neutral<S>> values =
                controls.stream()
                        .flatMap(c -> Neutral.of(c, edit.opened()).stream())
                        .filter(Neutral::counted)
                        .toList();
        Section section =
                new Section(
                        title,
                        () -> content(id, controls),
                        texts.text("group.reset", title),
                        () -> reset(values));
        section.openProperty().set(open.getOrDefault(id, controls.size() <= MANY));
        section.openProperty().subscribe((was, is) -> open.put(id, is));
        WhileShown.follow(section, edit.specProperty(), s -> count(section, values, s));
        return section;
    }

    private void reset(List<Neutral<S>> values) {
        S spec = edit.spec();
        for (Neutral<S> value : values) {
            spec = value.touched().test(spec) ? value.reset().apply(spec) : spec;
        }
        edit.apply(spec);
    }

    private void count(Section section, List<Neutral<S>> values, S spec) {
        int changed = (int) values.stream().filter(v -> v.touched().test(spec)).count();
        section.showChanges(changed, texts.text("group.changed", changed));
    }

    private Node content(String id, List<Control<S>> controls) {
        VBox box = new VBox();
        box.getChildren().addAll(handles(id));
        List<Row> rows = new ArrayList<>();
        for (Control<S> control : controls) {
            Optional<Region> input = inputs.of(control);
            Optional<Neutral<S>> neutral = Neutral.of(control, edit.opened());
            input.ifPresent(
                    i -> rows.add(new Row(edit, control, i, inputs.link(control), neutral, texts)));
        }
        if (rows.size() > MANY) {
            box.getChildren().add(search(rows));
        }
        box.getChildren().addAll(rows);
        return box;
    }

    /** Handles stand with the controls of their own name, or with the first ones. */
    private List<Node> handles(String group) {
        List<String> groups = List.copyOf(groups().keySet());
        List<Node> found = new ArrayList<>();
        for (Handle<S> handle : edit.system().handles()) {
            String place = groups.contains(handle.id()) ? handle.id() : groups.get(0);
            if (handle instanceof Handle.Light<S> light && place.equals(group)) {
                found.add(new StackPane(new LightBall<>(edit, light, texts, keys)));
            } else if (handle instanceof Handle.Pad<S> pad && place.equals(group)) {
                PadModel.of(edit, pad).ifPresent(p -> found.add(padBox(p, pad.id())));
            }
        }
        return found;
    }

    private PadBox padBox(PadModel<S> pad, String id) {
        Optional<Supplier<Node>> grid =
                means.map(
                        m ->
                                () ->
                                        new VariationGrid<>(
                                                pad,
                                                new Variations<>(pad, m.workshop(), complaint),
                                                texts));
        return new PadBox(new Pad<>(pad, texts.name("handle", id), texts, keys), grid, texts);
    }

    private Node search(List<Row> rows) {
        TextField field = TextFields.createClearableTextField();
        field.getStyleClass().add("control-search");
        field.setPromptText(texts.text("group.search"));
        field.setAccessibleText(texts.text("group.search"));
        field.textProperty()
                .subscribe(
                        wanted ->
                                rows.forEach(
                                        row -> {
                                            boolean found = row.matches(wanted, texts.language());
                                            row.setVisible(found);
                                            row.setManaged(found);
                                        }));
        return field;
    }
}
