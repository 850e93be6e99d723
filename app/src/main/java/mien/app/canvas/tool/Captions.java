package mien.app.canvas.tool;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Text;

/** Words over a picture, readable on any. */
public final class Captions {

    private static final double ACROSS = 5;
    private static final double DOWN = 3;
    private static final double ROUND = 8;

    private Captions() {}

    /**
     * @param x left end of the words
     * @param y their base line
     */
    public static void write(GraphicsContext g, Tool.Inks inks, double x, double y, String words) {
        Text measured = new Text(words);
        measured.setFont(g.getFont());
        double width = measured.getLayoutBounds().getWidth() + 2 * ACROSS;
        double height = measured.getLayoutBounds().getHeight() + 2 * DOWN;
        double top = y + measured.getLayoutBounds().getMinY() - DOWN;
        for (int pass = 0; pass < 2; pass++) { // the theme's inks let half of the picture through
            g.setFill(inks.shade());
            g.fillRoundRect(x - ACROSS, top, width, height, ROUND, ROUND);
        }
        for (int pass = 0; pass < 2; pass++) {
            g.setFill(inks.line());
            g.fillText(words, x, y);
        }
    }
}
