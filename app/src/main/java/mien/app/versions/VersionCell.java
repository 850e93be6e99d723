package mien.app.versions;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import mien.app.edit.Version;
import mien.app.pixels.PictureImage;
import mien.app.text.Texts;
import mien.engine.picture.Picture;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** One version as a thumbnail. */
final class VersionCell<S> extends ToggleButton {

    private static final double HEIGHT = 60;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Version<S> version;

    VersionCell(Version<S> version, Texts texts) {
        this.version = version;
        getStyleClass().add("version-cell");
        Picture small = version.thumbnail();
        ImageView thumb = new ImageView(PictureImage.still(small));
        thumb.setFitHeight(HEIGHT);
        thumb.setFitWidth(HEIGHT * small.width() / small.height());
        Label number = new Label(label(texts));
        number.getStyleClass().add("film-number");
        StackPane.setAlignment(number, Pos.BOTTOM_RIGHT);
        FontIcon star = new FontIcon(MaterialDesignS.STAR);
        star.getStyleClass().add("version-star");
        star.setVisible(version.starred());
        StackPane.setAlignment(star, Pos.TOP_LEFT);
        setGraphic(new StackPane(thumb, number, star));
        setAccessibleText(words(texts, true));
        setTooltip(new Tooltip(words(texts, false)));
    }

    Version<S> version() {
        return version;
    }

    /** Marks it as one of those to compare. */
    void setChosen(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }

    /** Its number, and the step it branched from. */
    private String label(Texts texts) {
        return version.branch().isPresent()
                ? texts.text("versions.label.branch", version.number(), version.branch().getAsInt())
                : texts.text("versions.label", version.number());
    }

    /** What made it: seed, time, where it branched from. */
    private String words(Texts texts, boolean spoken) {
        String words = name(version, texts);
        DateTimeFormatter clock =
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(texts.language())
                        .withZone(ZoneId.systemDefault());
        if (version.made().isPresent()) {
            words += " · " + clock.format(version.made().get());
        }
        if (version.branch().isPresent()) {
            words += " · " + texts.text("versions.branch", version.branch().getAsInt());
        }
        return spoken && version.starred() ? words + " · " + texts.text("versions.starred") : words;
    }

    static String name(Version<?> version, Texts texts) {
        return texts.text(
                "versions.name", version.number(), Long.toString(version.settings().seed()));
    }
}
