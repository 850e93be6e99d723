package mien.app.canvas.tool.mask;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import mien.app.keys.KeyMap;
import mien.app.text.Texts;
import mien.app.theme.Buttons;
import mien.app.theme.WhileShown;
import mien.engine.edit.Control.Scale;
import mien.engine.edit.Control.Unit;
import mien.engine.picture.mask.Brush;
import mien.engine.picture.mask.EditableMask;
import mien.engine.picture.mask.MaskSet;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/**
 * The strip with what the mask tools are set to and what is done to the selected mask. It also
 * knows the colours of the veil, since style sheets reach it.
 */
public final class MaskOptions extends FlowPane {

    private static final StyleablePropertyFactory<MaskOptions> STYLES =
            new StyleablePropertyFactory<>(FlowPane.getClassCssMetaData());
    private static final double PERCENT = 100;

    private final StyleableProperty<Paint> inside = tint("-mask-inside", o -> o.inside);
    private final StyleableProperty<Paint> outside = tint("-mask-outside", o -> o.outside);
    private final ReadOnlyObjectWrapper<Tints> tints = new ReadOnlyObjectWrapper<>(Tints.NONE);

    private final MaskTools tools;
    private final Texts texts;
    private final Supplier<KeyMap> keys;
    private final OptionField size;
    private final OptionField hardness;
    private final OptionField opacity;
    private final OptionField tolerance;
    private final CheckBox contiguous = new CheckBox();

    /**
     * @param masks the list of masks; empty where a layout is painted
     */
    MaskOptions(Painting.Studio studio, Optional<MaskViewModel> masks) {
        this.tools = studio.tools();
        this.texts = studio.texts();
        this.keys = studio.keys();
        getStyleClass().add("mask-options");
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        setAccessibleText(texts.text("mask.options"));
        size = field("mask.size", scale(1, Brush.LARGEST), Brush.DEFAULT.size(), tools::resize);
        hardness =
                field(
                        "mask.hardness",
                        scale(0, PERCENT),
                        PERCENT * Brush.DEFAULT.hardness(),
                        v -> tools.harden(v / PERCENT));
        opacity =
                field(
                        "mask.opacity",
                        scale(1, PERCENT),
                        PERCENT * Brush.DEFAULT.opacity(),
                        v -> tools.thicken(v / PERCENT));
        tolerance =
                field(
                        "mask.tolerance",
                        scale(0, 255),
                        24,
                        v -> fill((int) v, tools.fillProperty().get().contiguous()));
        contiguous.setText(texts.text("mask.contiguous"));
        contiguous.setOnAction(
                e -> fill(tools.fillProperty().get().tolerance(), contiguous.isSelected()));
        getChildren().addAll(kinds(), size, hardness, opacity, tolerance, contiguous, veils(masks));
        masks.ifPresent(m -> getChildren().addAll(new Treatment(m), new MaskList(m, texts)));
        WhileShown.follow(this, tools.brushProperty(), this::show);
        WhileShown.follow(this, tools.fillProperty(), this::show);
        WhileShown.follow(this, tools.kindProperty(), this::show);
    }

    private static Scale scale(double min, double max) {
        return new Scale(min, max, 1, Unit.AMOUNT);
    }

    private OptionField field(String key, Scale scale, double usual, DoubleConsumer take) {
        return new OptionField(texts.text(key), scale, usual, keys, take, () -> {});
    }

    private void fill(int levels, boolean connected) {
        tools.fillProperty().set(new MaskTools.Fill(levels, connected));
    }

    private HBox kinds() {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox();
        box.getStyleClass().add("mask-kinds");
        for (MaskKind kind : MaskKind.values()) {
            ToggleButton button = Buttons.toggle(icon(kind), texts.text("mask.kind." + kind.id()));
            button.setId("mask-" + kind.id());
            button.setToggleGroup(group);
            button.setOnAction(
                    e -> {
                        tools.kindProperty().set(kind);
                        button.setSelected(true); // pressing it again leaves it pressed
                    });
            WhileShown.follow(this, tools.kindProperty(), k -> button.setSelected(k == kind));
            box.getChildren().add(button);
        }
        return box;
    }

    private static Ikon icon(MaskKind kind) {
        return switch (kind) {
            case BRUSH -> MaterialDesignB.BRUSH;
            case ERASER -> MaterialDesignE.ERASER;
            case LASSO -> MaterialDesignL.LASSO;
            case RECTANGLE -> MaterialDesignS.SELECTION;
            case FILL -> MaterialDesignF.FORMAT_COLOR_FILL;
        };
    }

    private HBox veils(Optional<MaskViewModel> masks) {
        HBox box = new HBox(new Separator(Orientation.VERTICAL));
        box.getStyleClass().add("mask-veils");
        box.getChildren()
                .add(switching(MaterialDesignE.EYE_OUTLINE, "veil", tools.veiledProperty()));
        if (masks.isPresent()) {
            box.getChildren()
                    .add(switching(MaterialDesignS.SELECT_INVERSE, "quick", tools.quickProperty()));
        }
        return box;
    }

    private ToggleButton switching(Ikon icon, String name, BooleanProperty on) {
        ToggleButton button = Buttons.toggle(icon, texts.text("mask." + name));
        button.setId("mask-" + name);
        button.setOnAction(e -> on.set(button.isSelected()));
        WhileShown.follow(this, on, button::setSelected);
        return button;
    }

    /** What is done to a mask after it was painted. */
    private final class Treatment extends HBox {
        private final OptionField grow;
        private final OptionField feather;
        private final ToggleButton invert =
                Buttons.toggle(MaterialDesignI.INVERT_COLORS, texts.text("mask.invert"));

        Treatment(MaskViewModel masks) {
            double most = EditableMask.MOST_GROWTH;
            grow =
                    new OptionField(
                            texts.text("mask.grow"),
                            scale(-most, most),
                            0,
                            keys,
                            masks::previewGrow,
                            masks::settle);
            feather =
                    new OptionField(
                            texts.text("mask.feather"),
                            scale(0, EditableMask.MOST_FEATHER),
                            0,
                            keys,
                            masks::previewFeather,
                            masks::settle);
            invert.setId("mask-invert");
            invert.setOnAction(e -> masks.invert());
            getStyleClass().add("mask-treatment");
            getChildren()
                    .addAll(grow, feather, invert); // begins a line of its own in small windows
            WhileShown.follow(this, masks.masks(), this::show);
        }

        private void show(MaskSet set) {
            Optional<EditableMask> mask = set.current().map(MaskSet.Named::mask);
            grow.show(mask.map(EditableMask::grow).orElse(0.0));
            feather.show(mask.map(EditableMask::feather).orElse(0.0));
            invert.setSelected(mask.filter(EditableMask::inverted).isPresent());
            for (Region part : List.of(grow, feather, invert)) {
                part.setDisable(mask.isEmpty());
            }
        }
    }

    private void show(Brush brush) {
        size.show(brush.size());
        hardness.show(PERCENT * brush.hardness());
        opacity.show(PERCENT * brush.opacity());
    }

    private void show(MaskTools.Fill fill) {
        tolerance.show(fill.tolerance());
        contiguous.setSelected(fill.contiguous());
    }

    private void show(MaskKind kind) {
        List.of(size, hardness, opacity).forEach(f -> f.setShown(kind.brushes()));
        tolerance.setShown(kind == MaskKind.FILL);
        contiguous.setVisible(kind == MaskKind.FILL);
        contiguous.setManaged(kind == MaskKind.FILL);
    }

    /** The colours of the veil as the style sheets have them. */
    public ReadOnlyObjectProperty<Tints> tintsProperty() {
        return tints.getReadOnlyProperty();
    }

    private StyleableProperty<Paint> tint(
            String property, Function<MaskOptions, StyleableProperty<Paint>> of) {
        StyleableProperty<Paint> made =
                STYLES.createStyleablePaintProperty(
                        this, property, property, of, Color.TRANSPARENT);
        ((ObservableValue<?>) made)
                .subscribe((was, is) -> tints.set(new Tints(argb(inside), argb(outside))));
        return made;
    }

    private static int argb(StyleableProperty<Paint> tint) {
        if (!(tint.getValue() instanceof Color c)) {
            return 0;
        }
        return (int) Math.round(255 * c.getOpacity()) << 24
                | (int) Math.round(255 * c.getRed()) << 16
                | (int) Math.round(255 * c.getGreen()) << 8
                | (int) Math.round(255 * c.getBlue());
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }
}
