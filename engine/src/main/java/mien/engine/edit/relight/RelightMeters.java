package mien.engine.edit.relight;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import mien.engine.edit.Control.Scale;
import mien.engine.edit.Control.Unit;
import mien.engine.edit.EditException;
import mien.engine.edit.Meter;
import mien.engine.edit.Meter.Better;
import mien.engine.edit.Readings;
import mien.engine.flame.FlameCode;
import mien.engine.flame.Rotation;
import mien.engine.picture.Picture;
import mien.engine.raster.Buffers;

/**
 * What can be told of a portrait while it forms. Drift is counted after every step. To see who the
 * picture shows, and how the head is turned, it is read like a portrait that is opened, which takes
 * about a third of a step: so it is done now and then, and after the last step.
 */
final class RelightMeters {

    static final Meter LIKENESS =
            new Meter("likeness", new Scale(0, 1, 0.01, Unit.AMOUNT), Better.HIGHER);
    static final Meter POSE = new Meter("pose", new Scale(0, 30, 0.1, Unit.DEGREES), Better.LOWER);
    static final Meter DRIFT =
            new Meter("drift", new Scale(0, 50, 0.1, Unit.PERCENT), Better.LOWER);

    static final List<Meter> ALL = List.of(LIKENESS, POSE, DRIFT);

    private static final int EVERY = 5;
    private static final double WHITE = 255;

    private final RelightSpec spec;
    private final Supplier<HeadReader> reader;
    private final Picture source;
    private final boolean[] around; // where no head is, neither before nor after

    /**
     * @param before the buffers of the portrait as it was found, as large as the steps' pictures
     * @param after those of what is wanted
     * @param reader asked for the first time when a picture is read
     */
    RelightMeters(RelightSpec spec, Buffers before, Buffers after, Supplier<HeadReader> reader) {
        this.spec = spec;
        this.reader = reader;
        this.source = spec.source().resized(before.width(), before.height());
        this.around = new boolean[before.coverage().length];
        for (int i = 0; i < around.length; i++) {
            around[i] = before.coverage()[i] == 0 && after.coverage()[i] == 0;
        }
    }

    /** What is read after a step. */
    Readings of(int step, int steps, Picture x0) {
        Map<String, Double> read = new HashMap<>();
        read.put(DRIFT.id(), drift(x0));
        if (step % EVERY == 0 || step == steps) {
            read(x0, read);
        }
        return new Readings(read);
    }

    private void read(Picture x0, Map<String, Double> into) {
        try {
            FlameCode seen = reader.get().read(x0);
            into.put(LIKENESS.id(), seen.likeness(spec.portrait().fitted()));
            double turned = Rotation.angle(seen.pose(), spec.edited().pose());
            into.put(POSE.id(), Math.toDegrees(turned));
        } catch (EditException e) {
            // no head can be read in it yet: nothing was measured
        }
    }

    /** Mean change of a channel around the head, in hundredths of its range. */
    private double drift(Picture x0) {
        long sum = 0;
        int count = 0;
        for (int i = 0; i < around.length; i++) {
            if (around[i]) {
                sum += difference(x0.argb()[i], source.argb()[i]);
                count++;
            }
        }
        return count == 0 ? 0 : 100 * sum / (3 * WHITE * count);
    }

    private static int difference(int a, int b) {
        return Math.abs((a >> 16 & 0xff) - (b >> 16 & 0xff))
                + Math.abs((a >> 8 & 0xff) - (b >> 8 & 0xff))
                + Math.abs((a & 0xff) - (b & 0xff));
    }
}
