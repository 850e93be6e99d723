package mien.app.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import mien.app.text.Texts;
import mien.app.theme.WhileShown;
import mien.engine.job.Forecast;

/** What the next run will take, quietly; and clearly where there is too little memory for it. */
final class ForecastLine extends HBox {

    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private static final double GB = 1e9;

    /**
     * Less is written as nothing at all, and says nothing: what a run needs may be there already.
     */
    private static final double LEAST = GB / 20;

    private final EditViewModel<?> edit;
    private final Texts texts;
    private final Label words = new Label();
    private final Button smaller = new Button();
    private long asked; // the newest answer is shown

    ForecastLine(EditViewModel<?> edit, Texts texts) {
        this.edit = edit;
        this.texts = texts;
        getStyleClass().add("forecast-line");
        setAlignment(Pos.CENTER_LEFT);
        words.getStyleClass().add("forecast");
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        smaller.setText(texts.text("forecast.smaller"));
        smaller.setTooltip(new Tooltip(texts.text("forecast.smaller.help")));
        smaller.getStyleClass().add("seeds-button");
        smaller.setMinWidth(USE_PREF_SIZE);
        smaller.setOnAction(e -> edit.outlook().spare());
        getChildren().addAll(words, smaller);
        show(Forecast.NOTHING);
        WhileShown.follow(this, edit.settingsProperty(), s -> ask());
        WhileShown.follow(this, edit.progressProperty().map(Progress::active), a -> ask());
    }

    /** While a run goes on, what it takes is seen elsewhere. */
    private void ask() {
        long number = ++asked;
        if (edit.progressProperty().get().active()) {
            return;
        }
        edit.jobs()
                .fetch(
                        edit.outlook().forecast(),
                        forecast -> {
                            if (number == asked) {
                                show(forecast);
                            }
                        },
                        failure -> show(Forecast.NOTHING));
    }

    private void show(Forecast forecast) {
        boolean tight = forecast.tight();
        words.pseudoClassStateChanged(BAD, tight);
        words.setText(
                tight
                        ? texts.text(
                                "forecast.short",
                                gigabytes(forecast.memory()),
                                gigabytes(forecast.free()))
                        : usual(forecast));
        smaller.setVisible(tight);
        smaller.setManaged(tight);
        setVisible(!words.getText().isEmpty());
        setManaged(!words.getText().isEmpty());
    }

    private String usual(Forecast forecast) {
        List<String> parts = new ArrayList<>();
        forecast.time()
                .map(t -> number(t.toMillis() / 1e3))
                .ifPresent(t -> parts.add(texts.text("forecast.time", t)));
        boolean worthSaying = forecast.memory().orElse(0) >= LEAST;
        if (forecast.time().isPresent() && worthSaying) {
            parts.add(texts.text("forecast.memory", gigabytes(forecast.memory())));
        }
        return String.join(" · ", parts);
    }

    private String gigabytes(OptionalLong bytes) {
        return number(bytes.orElse(0) / GB);
    }

    private String number(double value) {
        Locale language = texts.language();
        return String.format(language, value < 10 ? "%.1f" : "%.0f", value);
    }
}
