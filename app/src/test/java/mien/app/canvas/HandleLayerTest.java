package mien.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelReader;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import mien.app.canvas.tool.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class HandleLayerTest {

    private static final int WIDTH = 700;
    private static final int HEIGHT = 500;
    private static final Bounds VIEW = new BoundingBox(0, 0, WIDTH, HEIGHT);
    private static final Tool.Frame FRAME =
            new Tool.Frame(
                    new Viewport(1, 0, 0),
                    new Viewport.Size(WIDTH, HEIGHT),
                    new Tool.Inks(Color.RED, Color.RED, Color.RED));

    private HandleLayer layer;

    @Start
    void open(Stage stage) {
        layer = new HandleLayer();
        StackPane pane = new StackPane(layer);
        stage.setMinWidth(0); // another test's window may have had a least size
        stage.setMinHeight(0);
        stage.setScene(new Scene(pane, WIDTH, HEIGHT, Color.WHITE));
        stage.sizeToScene();
        stage.show();
    }

    /** A dot of 20 pixels. */
    private record Dot(double x, double y, boolean told) implements StillTool {
        @Override
        public void paint(GraphicsContext g, Frame frame) {
            g.setFill(frame.inks().handle());
            g.fillRect(x, y, 20, 20);
        }

        @Override
        public Optional<Bounds> reach(Frame frame) {
            return told ? Optional.of(new BoundingBox(x, y, 20, 20)) : Optional.empty();
        }
    }

    private Bounds painted(FxRobot robot, Dot dot) {
        Canvas canvas = (Canvas) layer.getChildrenUnmodifiable().get(0);
        robot.interact(
                () -> {
                    layer.setTool(Optional.of(dot));
                    layer.paint(Optional.of(FRAME), VIEW);
                });
        return canvas.getBoundsInParent();
    }

    private void assertSeen(FxRobot robot, double x, double y) {
        robot.interact(
                () -> {
                    PixelReader seen = layer.getScene().snapshot(null).getPixelReader();
                    int red = 0;
                    for (int i = 0; i < WIDTH * HEIGHT; i++) {
                        red += seen.getColor(i % WIDTH, i / WIDTH).equals(Color.RED) ? 1 : 0;
                    }
                    assertEquals(400, red);
                    assertEquals(Color.RED, seen.getColor((int) x, (int) y));
                    assertEquals(Color.RED, seen.getColor((int) x + 19, (int) y + 19));
                });
    }

    @Test
    void onlyWhatAToolReachesIsDrawnAnewAndNothingIsLeftWhereItWas(FxRobot robot) {
        Bounds there = painted(robot, new Dot(310, 130, true));
        assertTrue(there.contains(310, 130, 20, 20), there.toString());
        assertTrue(there.getWidth() <= 128 && there.getHeight() <= 128, there.toString());
        assertSeen(robot, 310, 130);
        painted(robot, new Dot(650, 470, true));
        assertSeen(robot, 650, 470);
    }

    @Test
    void aToolThatDoesNotTellWhatItReachesHasAllOfTheView(FxRobot robot) {
        Bounds there = painted(robot, new Dot(40, 50, false));
        assertTrue(there.contains(VIEW), there.toString());
        assertSeen(robot, 40, 50);
    }
}
