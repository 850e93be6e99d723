package mien.engine.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import mien.engine.SyntheticWeights;
import mien.engine.checkpoint.Weights;
import mien.engine.net.AdmCondition.Pass;
import mien.engine.net.AdmConfig.Resampling;
import mien.engine.net.AdmUnet.Conditions;
import mien.engine.nn.Layers.Statistics;
import mien.engine.tensor.Aten;
import mien.engine.tensor.Devices;
import mien.engine.tensor.NoiseSource;
import mien.engine.tensor.Precision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A pass leaves nothing behind but its result, and a block nothing but its own. */
class MemoryTest {

    private static final AdmConfig SMALL = AdmConfigs.small(Resampling.RES_BLOCK, true, 0);

    private NDManager weightsManager;
    private NDManager manager;

    @BeforeEach
    void open() {
        weightsManager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
        manager = NDManager.newBaseManager(Devices.cpu(), "PyTorch");
    }

    @AfterEach
    void close() {
        manager.close();
        weightsManager.close();
    }

    @ParameterizedTest
    @EnumSource(value = Precision.class, names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void aPassOfTheUnetLeavesOnlyItsResult(Precision precision) {
        AdmUnet unet = new AdmUnet(weights(precision), SMALL);
        NDArray x = new NoiseSource(1).normal(manager, new Shape(1, 12, 16, 16));
        Conditions code = Conditions.latent(new NoiseSource(2).normal(manager, new Shape(1, 8)));
        int weightsBefore = count(weightsManager);
        int before = count(manager);

        unet.forward(x, new double[] {500}, code);

        assertEquals(before + 1, count(manager));
        assertEquals(weightsBefore, count(weightsManager), "no view of a weight is left");
    }

    @ParameterizedTest
    @EnumSource(value = Precision.class, names = "AUTO", mode = EnumSource.Mode.EXCLUDE)
    void aPassOfTheResidualNetworksLeavesOnlyItsResult(Precision precision) {
        CodeEstimator estimator =
                new CodeEstimator(
                        weights(precision),
                        new CodeEstimator.Config(8, 16, 5, 32),
                        Statistics.RUNNING);
        LatentEncoder encoder =
                new LatentEncoder(
                        weights(precision), new LatentEncoder.Config(8, 4), Statistics.RUNNING);
        NDArray x = new NoiseSource(1).normal(manager, new Shape(1, 3, 32, 32));
        int weightsBefore = count(weightsManager);
        int before = count(manager);

        assertEquals(new Shape(1, 5), estimator.forward(x).getShape());
        assertEquals(new Shape(1, 5), estimator.standardised(x).getShape());
        assertEquals(new Shape(1, 4), encoder.forward(x).getShape());

        assertEquals(before + 3, count(manager));
        assertEquals(weightsBefore, count(weightsManager));
    }

    @Test
    void eachBlockIsFreedBeforeTheNextOneRuns() {
        NDArray x = new NoiseSource(1).normal(manager, new Shape(1, 32, 16, 16));
        AdmCondition e = condition(Pass.INFERRING);
        int before = count(manager);
        List<Integer> counts = new ArrayList<>();
        AdmCell greedy =
                (h, ignored) -> {
                    NDArray result = Aten.silu(Aten.silu(Aten.silu(h)));
                    counts.add(count(manager) - before);
                    return result;
                };
        NDArray h = x;
        for (int block = 0; block < 4; block++) {
            h = AdmUnet.through(List.of(greedy), h, e);
            assertEquals(before + block + 1, count(manager), "one result for each block");
        }
        assertEquals(List.of(3, 4, 5, 6), counts, "three inside, one kept of each block before");
    }

    @Test
    void learningKeepsWhatTheBackwardPassNeeds() {
        NDArray x = new NoiseSource(1).normal(manager, new Shape(1, 32, 16, 16));
        int before = count(manager);
        AdmUnet.through(
                Collections.nCopies(2, (h, ignored) -> Aten.silu(Aten.silu(h))),
                x,
                condition(Pass.LEARNING));
        assertTrue(count(manager) - before >= 4);
    }

    private AdmCondition condition(Pass pass) {
        NDArray e = manager.zeros(new Shape(1, SMALL.embeddingWidth()));
        return new AdmCondition(e, Optional.empty(), Precision.FLOAT32, pass);
    }

    private Weights weights(Precision precision) {
        return Weights.of(new SyntheticWeights(weightsManager, 7), precision);
    }

    private static int count(NDManager manager) {
        return manager.getManagedArrays().size();
    }
}
