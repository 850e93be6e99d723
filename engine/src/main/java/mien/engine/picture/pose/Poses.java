package mien.engine.picture.pose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The poses that come with the program; they stand in a list of the resources. */
public final class Poses {

    private static final String LIST = "poses.json";
    private static final String DEFAULT = "standing";
    private static final double SHARE = 0.86;

    private Poses() {}

    /** All of them by id, in the order of the shelf, fitted into a picture. */
    public static Map<String, Skeleton> fitted(int width, int height) {
        Map<String, Skeleton> poses = new LinkedHashMap<>();
        list().properties()
                .forEach(e -> poses.put(e.getKey(), fit(figure(e.getValue()), width, height)));
        return poses;
    }

    /** A standing person in the middle of a picture: where to begin when nobody was found. */
    public static Skeleton standing(int width, int height) {
        return fit(figure(list().get(DEFAULT)), width, height);
    }

    /** A pose of whatever size put into a picture as those here are. */
    public static Skeleton fit(Skeleton figure, int width, int height) {
        return figure.fitted(width, height, SHARE);
    }

    private static JsonNode list() {
        try (InputStream in = Poses.class.getResourceAsStream(LIST)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the list of poses cannot be read", e);
        }
    }

    /** From 18 entries: x and y, and a 0 behind them if hidden; {@code null} without a place. */
    private static Skeleton figure(JsonNode entries) {
        Skeleton figure = Skeleton.EMPTY;
        for (Joint j : Joint.ALL) {
            JsonNode e = entries.get(j.ordinal());
            if (!e.isNull()) {
                double x = e.get(0).asDouble();
                double y = e.get(1).asDouble();
                figure = figure.with(j, e.size() > 2 ? Spot.hidden(x, y) : Spot.at(x, y));
            }
        }
        return figure;
    }
}
