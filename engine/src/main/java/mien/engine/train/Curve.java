package mien.engine.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mien.engine.picture.Plot;
import mien.engine.picture.Plot.Axis;

/**
 * The loss over the steps: one line a record in {@code curve.csv}, and {@code curve.png} to look at
 * (logarithmic in loss, linear in step).
 */
final class Curve {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 320;
    private static final double LEAST = 1e-6; // between equal losses

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
        double[] steps = points.stream().mapToDouble(p -> p[0]).toArray();
        double[] losses = points.stream().mapToDouble(p -> Math.log(p[1])).toArray();
        double high = Arrays.stream(losses).max().orElse(0);
        double low = Arrays.stream(losses).min().orElse(-1) - LEAST;
        new Plot(WIDTH, HEIGHT, new Axis(0, steps[steps.length - 1]), new Axis(low, high))
                .line(steps, losses)
                .picture()
                .write(png);
    }
}
