package mien.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mien.app.canvas.CanvasView;
import mien.app.pixels.PictureImage;
import mien.app.toy.ManualJobs;
import mien.engine.picture.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class HandTest {

    private final ManualJobs jobs = new ManualJobs();
    private CanvasView canvas;

    @Start
    void open(Stage stage) {
        canvas = new CanvasView(new PictureImage(jobs), new PictureImage(jobs));
        StackPane pane = new StackPane(canvas);
        pane.setPadding(new Insets(70, 0, 0, 110)); // bars stand above and beside a canvas
        stage.setScene(new Scene(pane, 800, 600));
        stage.show();
    }

    @Test
    void theHandTouchesThePictureWhereItIsToldAlsoWhereBarsStandBesideTheCanvas(FxRobot robot) {
        List<Point2D> touched = new ArrayList<>();
        Point2D goal = new Point2D(40, 30);
        robot.interact(() -> canvas.open(Picture.filled(64, 64, 0xff808080)));
        robot.interact(
                () -> {
                    canvas.addEventFilter(
                            MouseEvent.MOUSE_PRESSED,
                            e ->
                                    touched.add(
                                            canvas.viewportProperty()
                                                    .get()
                                                    .toPicture(e.getX(), e.getY())));
                    new Hand(canvas).fire(MouseEvent.MOUSE_PRESSED, goal);
                });
        assertEquals(1, touched.size());
        assertEquals(0, touched.get(0).distance(goal), 1e-6);
    }
}
