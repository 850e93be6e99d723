package mien.engine.flame;

import static mien.engine.Closeness.assertRelative;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlbumShapeTest {

    static List<GoldenCase> cases() {
        return Goldens.with("diffusionrig", "album_shapes", "mean_shape");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theMeanShapeEqualsTheOriginal(GoldenCase golden) {
        float[] all = golden.floats("album_shapes");
        int count = golden.size("album_shapes", 1);
        List<float[]> shapes =
                IntStream.range(0, golden.size("album_shapes", 0))
                        .mapToObj(i -> TinyFlame.row(all, i, count))
                        .toList();
        assertRelative("mean_shape", 1e-6, AlbumShape.mean(shapes), golden.floats("mean_shape"));
    }

    @Test
    void anEmptyOrUnevenAlbumIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> AlbumShape.mean(List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> AlbumShape.mean(List.of(new float[2], new float[3])));
    }
}
