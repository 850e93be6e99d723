package mien.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SyntheticTest {

    @Test
    void normalInputsAreThoseThatCasesStore() {
        GoldenCase golden = Goldens.find("diffusionrig", "unet_small_a").get(0);
        float[] stored = golden.floats("x");
        Closeness.assertRelative(
                "x", 1e-6, Synthetic.normal("x", golden.seed(), stored.length), stored);
    }

    @Test
    void weightsKeepTheSizeOfActivationsAndStatisticsStayPositive() {
        float[] kernel = Synthetic.weight("conv.weight", 5, 8, 4, 3, 3);
        double square = 0;
        for (float k : kernel) {
            square += k * k;
        }
        assertEquals(1.0 / 36, square / kernel.length, 0.003);
        for (float v : Synthetic.weight("bn.running_var", 5, 100)) {
            assertEquals(1, v, 0.5);
        }
        assertEquals(1, Synthetic.weight("bn.weight", 5, 1)[0], 0.1);
        assertEquals(0, Synthetic.weight("bn.bias", 5, 1)[0], 0.1);
    }
}
