package mien.engine.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import mien.engine.checkpoint.TensorSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FromRigTest {

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    private NDArray counted(long... shape) {
        int size = (int) new Shape(shape).size();
        float[] values = new float[size];
        IntStream.range(0, size).forEach(i -> values[i] = i + 1);
        return manager.create(values, new Shape(shape));
    }

    private TensorSource begun(Map<String, NDArray> file) {
        return new FromRig(
                new TensorSource() {
                    @Override
                    public NDManager manager() {
                        return manager;
                    }

                    @Override
                    public Optional<NDArray> tensor(String name, long... shape) {
                        return Optional.ofNullable(file.get(name));
                    }

                    @Override
                    public Set<String> names() {
                        return file.keySet();
                    }
                });
    }

    @Test
    void theFirstConvolutionKeepsThePicturesChannels() {
        NDArray rig = counted(2, 12, 1, 2);
        NDArray own =
                begun(Map.of("denoisingUNet.input_blocks.0.0.weight", rig))
                        .tensor("input_blocks.0.0.weight", 2, 3, 1, 2)
                        .orElseThrow();
        assertArrayEquals(rig.get(":, 0:3").toFloatArray(), own.toFloatArray());
    }

    @Test
    void theLastOneAnswersAsBeforeAndSaysNothingOfTheVariance() {
        TensorSource file =
                begun(
                        Map.of(
                                "denoisingUNet.out.2.weight", counted(3, 2, 1, 1),
                                "denoisingUNet.out.2.bias", counted(3)));
        assertArrayEquals(
                new float[] {1, 2, 3, 4, 5, 6, 0, 0, 0, 0, 0, 0},
                file.tensor("out.2.weight", 6, 2, 1, 1).orElseThrow().toFloatArray());
        assertArrayEquals(
                new float[] {1, 2, 3, 0, 0, 0},
                file.tensor("out.2.bias", 6).orElseThrow().toFloatArray());
    }

    @Test
    void aNetworkOfItsOwnIsTakenAsItIs() {
        NDArray own = counted(4, 4);
        TensorSource file = begun(Map.of("time_embed.0.weight", own));
        assertEquals(own, file.tensor("time_embed.0.weight", 4, 4).orElseThrow());
        assertTrue(file.tensor("id_embed.0.weight", 4, 4).isEmpty());
    }
}
