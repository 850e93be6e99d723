package mien.engine.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import mien.engine.checkpoint.CheckpointException;
import mien.engine.checkpoint.SafetensorsWriter;
import mien.engine.checkpoint.Weights;
import mien.engine.edit.Cancelled;
import mien.engine.edit.EditException;
import mien.engine.model.ModelPack;
import mien.engine.model.PackWriter;
import mien.engine.tensor.Devices;
import mien.engine.tensor.Precision;
import mien.engine.tensor.ScalarType;
import mien.engine.tensor.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworksTest {

    private static final Runnable NEVER = () -> {};
    private static final Function<Weights, NDArray> SUM =
            w -> w.fast("a", 2, 3).add(w.fast("b", 2, 3));

    @TempDir Path folder;
    private ModelPack pack;
    private final Networks networks = new Networks();

    @BeforeEach
    void writePack() {
        write(1);
    }

    private void write(float value) {
        try (NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch")) {
            Map<String, NDArray> tensors = new TreeMap<>();
            tensors.put("a", manager.ones(new Shape(2, 3)).mul(value));
            tensors.put("b", manager.ones(new Shape(2, 3)));
            SafetensorsWriter.write(
                    folder.resolve("w.safetensors"), tensors, ScalarType.FLOAT16, Map.of());
        }
        pack =
                PackWriter.write(
                        folder,
                        new PackWriter.Label("two", "relight", "Two", "1", "Apache-2.0", "a test"),
                        Map.of("sum", "w.safetensors"),
                        JsonNodeFactory.instance.objectNode());
    }

    @AfterEach
    void close() {
        networks.close();
    }

    @Test
    void aNetworkIsLoadedOnceForEachPrecision() {
        NDArray first = networks.loaded(place("sum", Precision.FLOAT32), SUM, NEVER);
        assertSame(first, networks.loaded(place("sum", Precision.FLOAT32), SUM, NEVER));
        assertNotSame(first, networks.loaded(place("sum", Precision.BFLOAT16), SUM, NEVER));
        assertEquals(2, networks.size());
        assertEquals(2f, first.getFloat(0, 0));
    }

    /** A network that is needed only after some steps is loaded in the middle of one. */
    @Test
    void aNetworkLoadedWithinAScopeOutlivesIt() {
        try (NDManager manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch")) {
            Scope.freeing(
                    () -> {
                        networks.loaded(place("sum", Precision.FLOAT32), SUM, NEVER);
                        return manager.ones(new Shape(1));
                    });
        }
        NDArray sum = networks.loaded(place("sum", Precision.FLOAT32), SUM, NEVER);
        assertEquals(2f, sum.getFloat(0, 0));
    }

    @Test
    void releasedWeightsAreFreedAndLoadedAgain() {
        NDArray sum = networks.loaded(place("sum", Precision.FLOAT32), SUM, NEVER);
        networks.release(Devices.cpu());
        assertTrue(sum.isReleased());
        assertEquals(0, networks.size());
        NDArray again = networks.loaded(place("sum", Precision.FLOAT32), SUM, NEVER);
        assertEquals(2f, again.getFloat(0, 0));
    }

    @Test
    void aModelThatWasReplacedByAnotherOfItsNameIsLoadedAndTheOldOneFreed() {
        NDArray old = networks.loaded(place("sum", Precision.FLOAT32), SUM, NEVER);
        write(3);
        NDArray now = networks.loaded(place("sum", Precision.FLOAT32), SUM, NEVER);
        assertEquals(4f, now.getFloat(0, 0));
        assertTrue(old.isReleased());
        assertEquals(1, networks.size());
    }

    @Test
    void closingFreesAllWeights() {
        NDArray sum = networks.loaded(place("sum", Precision.FLOAT32), SUM, NEVER);
        networks.close();
        assertTrue(sum.isReleased());
        assertThrows(
                IllegalStateException.class,
                () -> networks.loaded(place("sum", Precision.FLOAT32), SUM, NEVER));
    }

    @Test
    void loadingEndsBetweenTwoTensorsWhenItIsCancelled() {
        AtomicInteger asked = new AtomicInteger();
        Runnable atTheSecond =
                () -> {
                    if (asked.incrementAndGet() == 2) {
                        throw new Cancelled();
                    }
                };
        assertThrows(
                Cancelled.class,
                () -> networks.loaded(place("sum", Precision.FLOAT32), SUM, atTheSecond));
        assertEquals(2, asked.get());
        assertEquals(0, networks.size());
        assertEquals(
                2f, networks.loaded(place("sum", Precision.FLOAT32), SUM, NEVER).getFloat(0, 0));
    }

    @Test
    void aTensorTooManyOrTooFewIsAnErrorThatNamesIt() {
        CheckpointException left =
                assertThrows(
                        CheckpointException.class,
                        () ->
                                networks.loaded(
                                        place("sum", Precision.FLOAT32),
                                        w -> w.fast("a", 2, 3),
                                        NEVER));
        assertTrue(left.getMessage().contains("left over (b)"), left.getMessage());
        assertTrue(left.getMessage().contains("'two'"), left.getMessage());
        CheckpointException missing =
                assertThrows(
                        CheckpointException.class,
                        () ->
                                networks.loaded(
                                        place("sum", Precision.FLOAT32),
                                        w -> SUM.apply(w).add(w.fast("c", 2, 3)),
                                        NEVER));
        assertTrue(missing.getMessage().contains("missing (c)"), missing.getMessage());
        assertEquals(0, networks.size());
    }

    @Test
    void aFileThatWasChangedIsNotLoaded() throws IOException {
        Path file = folder.resolve("w.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        EditException e =
                assertThrows(
                        EditException.class,
                        () -> networks.loaded(place("sum", Precision.FLOAT32), SUM, NEVER));
        assertTrue(e.getMessage().contains("SHA-256"), e.getMessage());
    }

    private Networks.Place place(String role, Precision precision) {
        return new Networks.Place(pack, role, precision, Devices.cpu());
    }
}
