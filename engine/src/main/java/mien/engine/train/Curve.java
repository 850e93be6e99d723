package mien.engine.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mien.engine.picture.Picture;

/**
 * The loss over the steps: one line a record in {@code curve.csv}, and {@code curve.png} to look at
 * (both axes logarithmic in loss, linear in step).
 */
final class Curve {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 320;
    private static final int PAPER = 0xFFFFFFFF;
    private static final int GRID = 0xFFE0E0E0;
    private static final int INK = 0xFF2060C0;

    private final Path csv;
    private final Path png;
    private final List<double[]> points = new ArrayList<>(); // step, loss

    Curve(Path folder) {
        csv = folder.resolve("curve.csv");
        png = folder.resolve("curve.png");
        if (Files.exists(csv)) {
            read();
        }
    }

    private void read() {
        try {
            for (String line : Files.readAllLines(csv)) {
                String[] parts = line.split(",");
                if (Character.isDigit(line.charAt(0))) {
                    points.add(
                            new double[] {
                                Double.parseDouble(parts[0]), Double.parseDouble(parts[1])
                            });
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be read (%s); check its permissions.".formatted(csv, e.getMessage()),
                    e);
        }
    }

    /** Appends one record, the mean loss since the last one. */
    void add(long step, double loss, double msPerStep, double rate) {
        points.add(new double[] {step, loss});
        try {
            if (!Files.exists(csv)) {
                Files.writeString(csv, "step,loss,ms_per_step,rate\n");
            }
            Files.writeString(
                    csv,
                    "%d,%.6f,%.1f,%.3g%n".formatted(step, loss, msPerStep, rate),
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be written (%s); check the folder and the free space."
                            .formatted(csv, e.getMessage()),
                    e);
        }
    }

    void draw() {
        if (points.size() < 2) {
            return;
        }
        int[] argb = new int[WIDTH * HEIGHT];
        Arrays.fill(argb, PAPER);
        double last = points.get(points.size() - 1)[0];
        double high = points.stream().mapToDouble(p -> Math.log(p[1])).max().orElse(0);
        double low = points.stream().mapToDouble(p -> Math.log(p[1])).min().orElse(-1) - 1e-6;
        for (int tenth = 1; tenth < 10; tenth++) {
            int y = tenth * HEIGHT / 10;
            Arrays.fill(argb, y * WIDTH, (y + 1) * WIDTH, GRID);
        }
        int beforeX = 0;
        int beforeY = 0;
        for (int i = 0; i < points.size(); i++) {
            int x = (int) (points.get(i)[0] / last * (WIDTH - 1));
            int y = (int) ((high - Math.log(points.get(i)[1])) / (high - low) * (HEIGHT - 1));
            if (i > 0) {
                line(argb, beforeX, beforeY, x, y);
            }
            beforeX = x;
            beforeY = y;
        }
        new Picture(WIDTH, HEIGHT, argb).write(png);
    }

    private static void line(int[] argb, int x0, int y0, int x1, int y1) {
        int steps = Math.max(1, Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0)));
        for (int i = 0; i <= steps; i++) {
            int x = x0 + (x1 - x0) * i / steps;
            int y = Math.max(0, Math.min(HEIGHT - 1, y0 + (y1 - y0) * i / steps));
            argb[y * WIDTH + x] = INK;
        }
    }
}
