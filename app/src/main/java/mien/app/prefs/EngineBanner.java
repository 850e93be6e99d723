package mien.app.prefs;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import mien.app.text.Texts;
import mien.app.theme.Buttons;
import mien.app.theme.WhileShown;
import mien.engine.Hardware;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Says loudly that a GPU lies idle, or that the chosen library does not run; else not there. */
public final class EngineBanner extends HBox {

    private final Label words = new Label();

    /**
     * @param more shows the engine page
     */
    public EngineBanner(EngineViewModel engine, Texts texts, Runnable more) {
        getStyleClass().add("engine-banner");
        setAlignment(Pos.CENTER_LEFT);
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button open = new Button(texts.text("engine.title"));
        open.setOnAction(e -> more.run());
        open.setMinWidth(Region.USE_PREF_SIZE);
        getChildren()
                .addAll(
                        words,
                        open,
                        Buttons.icon(
                                MaterialDesignC.CLOSE,
                                texts.text("engine.banner.close"),
                                () -> show(false)));
        show(false);
        WhileShown.follow(
                this, engine.hardwareProperty(), h -> h.ifPresent(now -> tell(now, texts)));
    }

    private void tell(Hardware now, Texts texts) {
        show(now.alarming());
        if (now.alarming()) {
            String state = now.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
            words.setText(texts.text("gpu.state." + state));
        }
    }

    private void show(boolean on) {
        setVisible(on);
        setManaged(on);
    }
}
