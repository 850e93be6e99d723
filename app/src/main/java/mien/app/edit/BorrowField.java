package mien.app.edit;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mien.app.pixels.PictureImage;
import mien.app.text.Texts;
import mien.app.theme.Buttons;
import mien.app.theme.WhileShown;
import mien.engine.edit.Control.Borrow;
import mien.engine.edit.EditSpec;
import mien.engine.picture.Picture;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/**
 * Takes parts of another picture: it is chosen or dropped here, and then there is a button for each
 * part.
 */
final class BorrowField extends VBox {

    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double SIDE = 48;
    private static final int PIXELS = 96; // twice the size on the screen

    private final ImageView face = new ImageView();
    private final Button choose = new Button();
    private final ProgressIndicator turning = new ProgressIndicator();

    <S extends EditSpec> BorrowField(
            Loan<S> loan, Borrow<S> control, Supplier<Optional<Path>> picture, Texts texts) {
        getStyleClass().add("borrow-field");
        face.setFitWidth(SIDE);
        face.setFitHeight(SIDE);
        face.setPreserveRatio(true);
        turning.getStyleClass().add("waiting-ring");
        turning.setPrefSize(SIDE / 2, SIDE / 2);
        choose.getStyleClass().add("borrow-choose");
        choose.setAccessibleHelp(texts.text("borrow.help"));
        choose.setMaxWidth(Double.MAX_VALUE);
        choose.setMinHeight(SIDE + 8);
        choose.setOnAction(e -> picture.get().ifPresent(loan::open));
        HBox.setHgrow(choose, Priority.ALWAYS);
        Button back =
                Buttons.icon(MaterialDesignR.RESTORE, texts.text("borrow.back"), loan::giveBack);
        back.getStyleClass().add("row-reset");
        HBox top = new HBox(choose, back);
        top.getStyleClass().add("borrow-top");
        top.setAlignment(Pos.CENTER_LEFT);
        FlowPane parts = new FlowPane();
        parts.getStyleClass().add("borrow-parts");
        for (String part : control.parts()) {
            Button take = new Button(texts.name("borrow.part", part));
            take.getStyleClass().add("borrow-part");
            take.setAccessibleText(texts.text("borrow.take", texts.name("borrow.part", part)));
            take.setOnAction(e -> loan.take(part));
            parts.getChildren().add(take);
        }
        getChildren().addAll(top, parts);
        WhileShown.follow(
                this,
                loan.lenderProperty(),
                lender -> {
                    parts.setDisable(lender.isEmpty());
                    lender.ifPresent(l -> face.setImage(PictureImage.still(small(l.source()))));
                    dress(loan);
                });
        WhileShown.follow(this, loan.nameProperty(), name -> name(name, texts));
        WhileShown.follow(this, loan.readingProperty(), r -> dress(loan));
        setOnDragOver(e -> over(e));
        setOnDragExited(e -> pseudoClassStateChanged(OVER, false));
        setOnDragDropped(
                e -> {
                    Optional<Path> file = dropped(e);
                    file.ifPresent(loan::open);
                    e.setDropCompleted(file.isPresent());
                    e.consume();
                });
    }

    /** The button is called like the picture once there is one, in one line. */
    private void name(String name, Texts texts) {
        boolean chosen = !name.isEmpty();
        choose.pseudoClassStateChanged(CHOSEN, chosen);
        choose.setText(chosen ? name : texts.text("borrow.choose"));
        String whole = chosen ? texts.text("borrow.chosen", name) : texts.text("borrow.choose");
        choose.setAccessibleText(whole);
        choose.setTooltip(chosen ? new Tooltip(whole) : null);
    }

    private void dress(Loan<?> loan) {
        choose.setGraphic(
                loan.readingProperty().get()
                        ? turning
                        : loan.lenderProperty().get().isPresent()
                                ? face
                                : new FontIcon(MaterialDesignI.IMAGE_PLUS));
    }

    private static Picture small(Picture picture) {
        double k = Math.min(1, (double) PIXELS / Math.max(picture.width(), picture.height()));
        return picture.resized(
                (int) Math.max(1, Math.round(k * picture.width())),
                (int) Math.max(1, Math.round(k * picture.height())));
    }

    private void over(DragEvent e) {
        if (dropped(e).isPresent()) {
            e.acceptTransferModes(TransferMode.COPY);
            pseudoClassStateChanged(OVER, true);
            e.consume();
        }
    }

    private static Optional<Path> dropped(DragEvent e) {
        return e.getDragboard().getFiles().stream().findFirst().map(File::toPath);
    }
}
