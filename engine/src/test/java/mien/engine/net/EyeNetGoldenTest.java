package mien.engine.net;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import mien.engine.GoldenCase;
import mien.engine.Goldens;
import mien.engine.checkpoint.Weights;
import mien.engine.nn.Layers.Statistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gaze network against the original, as it was meant and as the program leaves it. */
class EyeNetGoldenTest {

    private static final int STEM = 64;

    /** The soft arg-max multiplies the maps by 100 before the softmax. */
    private static final double AFTER_ARG_MAX = 1e-3;

    static List<GoldenCase> cases() {
        return Goldens.with("diffface", "img", "eval.gaze", "train.gaze");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void runningStatisticsGiveTheOriginalsAnswer(GoldenCase golden) {
        check(golden, "eval.", Statistics.RUNNING);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theCropsOwnStatisticsGiveTheProgramsAnswer(GoldenCase golden) {
        check(golden, "train.", Statistics.OWN);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aBatchOfOneCropIsNormalisedLikeThat(GoldenCase golden) {
        check(golden, "train.", Statistics.BATCH);
    }

    private static void check(GoldenCase golden, String mode, Statistics statistics) {
        try (GoldenNet net = new GoldenNet(golden)) {
            EyeNet eyeNet = eyeNet(net.weights(golden.seed()), golden, statistics);
            NDArray img = net.array("img");
            for (EyeNet.Answer answer : List.of(eyeNet.forward(img), eyeNet.forwardLearning(img))) {
                NDIndex shown = new NDIndex(":, :, :, ::4, ::4");
                net.assertGolden(mode + "heatmaps_strided", answer.heatMaps().get(shown));
                net.assertGolden(mode + "landmarks", answer.landmarks(), AFTER_ARG_MAX);
                net.assertGolden(mode + "gaze", answer.gaze(), AFTER_ARG_MAX);
            }
            List<NDArray> parts = eyeNet.parts(img);
            net.assertShown(mode + "act.pre_strided", parts.get(0));
            net.assertShown(mode + "act.pre2", parts.get(1));
            net.assertShown(mode + "act.hgs.0_strided", parts.get(2));
        }
    }

    private static EyeNet eyeNet(Weights weights, GoldenCase golden, Statistics statistics) {
        JsonNode c = golden.config();
        EyeNetConfig config =
                new EyeNetConfig(
                        c.get("nstack").asInt(),
                        c.get("nfeatures").asInt(),
                        c.get("nlandmarks").asInt(),
                        STEM,
                        golden.size("img", 1),
                        golden.size("img", 2));
        return new EyeNet(weights, config, statistics);
    }
}
