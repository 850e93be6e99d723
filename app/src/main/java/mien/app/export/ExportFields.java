package mien.app.export;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import mien.app.text.Texts;
import mien.app.theme.WhileShown;
import mien.engine.picture.export.XmpField;

/** Every property that will stand in the file, by the name other programs know it by. */
final class ExportFields extends GridPane {

    private static final int LONGEST = 1200;

    private final Texts texts;

    ExportFields(ExportViewModel model, Texts texts) {
        this.texts = texts;
        getStyleClass().add("export-fields");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(names, values);
        WhileShown.follow(this, model.fieldsProperty(), this::show);
    }

    private void show(List<XmpField> fields) {
        getChildren().clear();
        for (int row = 0; row < fields.size(); row++) {
            XmpField field = fields.get(row);
            Label name = new Label(field.name().qualified());
            name.getStyleClass().add("export-field-name");
            Label value = new Label(shortened(field.shown()));
            value.getStyleClass().add("export-field-value");
            value.setWrapText(true);
            value.setMinHeight(Region.USE_PREF_SIZE);
            name.setLabelFor(value);
            GridPane.setValignment(name, VPos.TOP);
            value.setAccessibleText(field.name().qualified() + ": " + value.getText());
            add(name, 0, row);
            add(value, 1, row);
        }
    }

    private String shortened(String value) {
        return value.length() <= LONGEST
                ? value
                : value.substring(0, LONGEST)
                        + " … "
                        + texts.text("export.longer", value.length() - LONGEST);
    }
}
