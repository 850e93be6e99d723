package mien.app.edit;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mien.app.text.Texts;
import mien.app.theme.WhileShown;
import mien.engine.edit.Meter;
import mien.engine.edit.Readings;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/**
 * What is measured while a picture forms: for each meter its newest reading, or that of the step
 * that is looked at, which way is better, and how it went.
 */
public final class MetersPanel extends VBox {

    private final EditViewModel<?> edit;
    private final List<Row> rows;

    public MetersPanel(EditViewModel<?> edit, Texts texts) {
        this.edit = edit;
        getStyleClass().add("meters-panel");
        setAccessibleText(texts.text("meters.title"));
        rows = edit.system().meters().stream().map(m -> new Row(m, texts)).toList();
        getChildren().addAll(rows);
        WhileShown.followList(this, edit.film().frames(), this::show);
        WhileShown.follow(this, edit.film().inspectedProperty(), f -> show());
    }

    private void show() {
        SortedMap<Integer, Readings> all = edit.film().readings();
        boolean measured = !rows.isEmpty() && !all.isEmpty();
        setVisible(measured);
        setManaged(measured);
        if (measured) {
            int steps = edit.film().frames().get(0).steps();
            Optional<Integer> looked = edit.film().inspectedProperty().get().map(Frame::step);
            rows.forEach(r -> r.show(all, steps, looked.orElse(steps)));
        }
    }

    /** One meter. */
    private static final class Row extends HBox {

        private final Meter meter;
        private final Texts texts;
        private final String name;
        private final Sparkline curve = new Sparkline();
        private final Label value = new Label();

        Row(Meter meter, Texts texts) {
            this.meter = meter;
            this.texts = texts;
            this.name = texts.name("meter", meter.id());
            getStyleClass().add("meter-row");
            setAlignment(Pos.CENTER_LEFT);
            Label title = new Label(name);
            title.getStyleClass().add("meter-name");
            title.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(title, Priority.ALWAYS);
            texts.optional("meter." + meter.id() + ".help")
                    .ifPresent(help -> title.setTooltip(new Tooltip(help)));
            boolean up = meter.better() == Meter.Better.HIGHER;
            FontIcon better =
                    new FontIcon(up ? MaterialDesignA.ARROW_UP : MaterialDesignA.ARROW_DOWN);
            Label way = new Label("", better);
            way.setTooltip(new Tooltip(texts.text(up ? "meters.higher" : "meters.lower")));
            way.getStyleClass().add("meter-way");
            value.getStyleClass().add("meter-value");
            getChildren().addAll(title, curve, value, way);
        }

        /** The reading after a step, or the newest one before it. */
        void show(SortedMap<Integer, Readings> all, int steps, int step) {
            SortedMap<Integer, Double> mine = new TreeMap<>();
            all.forEach((k, r) -> r.of(meter.id()).ifPresent(v -> mine.put(k, v)));
            SortedMap<Integer, Double> so = mine.headMap(step + 1);
            setVisible(!mine.isEmpty());
            setManaged(!mine.isEmpty());
            if (mine.isEmpty()) {
                return;
            }
            int told = so.isEmpty() ? mine.firstKey() : so.lastKey();
            double span = meter.scale().max() - meter.scale().min();
            curve.show(mine, steps, told, span);
            value.setText(new SliderScale(meter.scale()).written(mine.get(told)));
            boolean up = meter.better() == Meter.Better.HIGHER;
            setAccessibleText(
                    texts.text(
                            up ? "meters.spoken.higher" : "meters.spoken.lower",
                            name,
                            value.getText(),
                            told));
        }
    }
}
