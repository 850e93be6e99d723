package mien.engine.edit.faceswap;

import ai.djl.ndarray.*;
import ai.djl.ndarray.types.Shape;
import java.util.*;
import mien.engine.Goldens;
import mien.engine.diffusion.*;
import mien.engine.net.AdmUnet.Conditions;
import mien.engine.nn.Layers.Statistics;
import mien.engine.tensor.*;
import org.junit.jupiter.api.*;

class ZzTest {
    static void rep(String what) {
        try (TinySwap t = new TinySwap()) {
            SwapNetworks n = t.networks();
            NDArray tg = new NoiseSource(3).normal(t.manager, new Shape(1, 3, 16, 16));
            NDArray v = new NoiseSource(4).normal(t.manager, new Shape(1, 8));
            NDArray x = new NoiseSource(5).normal(t.manager, new Shape(1, 3, 16, 16));
            Step s = Schedule.linear(1000).step(300);
            FaceDenoiser d = FaceDenoiser.of(n.unet(), n.meaning(), Conditions.identity(v));
            FacialGuidance g =
                    new FacialGuidance(
                            d,
                            List.of(new Term("colour", () -> new ColourExpert(tg))),
                            1000,
                            () -> TinySwap.pulling("colour", 10).guiding(),
                            FacialGuidance.Readings.NONE);
            Set<Integer> gh = new LinkedHashSet<>(),
                    xh = new LinkedHashSet<>(),
                    ih = new LinkedHashSet<>();
            for (int i = 0; i < 60; i++) {
                Prediction p = g.predict(x, s);
                gh.add(Arrays.hashCode(p.gradient().get().toFloatArray()));
                xh.add(Arrays.hashCode(p.x0().toFloatArray()));
                ih.add(Arrays.hashCode(d.predict(x, s).x0().toFloatArray()));
            }
            StringBuilder b = new StringBuilder();
            for (String e : new String[] {"identity", "parts", "gaze", "colour", "pose", "none"}) {
                Set<Integer> w = new LinkedHashSet<>();
                for (int k = 0; k < 6; k++)
                    w.add(
                            Arrays.hashCode(
                                    t.swapped(
                                                    TinySwap.pulling(
                                                            e,
                                                            e.equals("parts")
                                                                    ? 0.1
                                                                    : e.equals("gaze") ? 0.3 : 100))
                                            .argb()));
                b.append(" " + e + " " + w);
            }
            System.out.println(
                    "ZZ "
                            + what
                            + " gradients "
                            + gh.size()
                            + " x0 "
                            + xh.size()
                            + " inference "
                            + ih.size()
                            + b);
        }
    }

    @Test
    void look() {
        rep("fresh");
        var golden =
                Goldens.given("diffface", "0.sample_before_blend", "0.grad", "final_sample").get(1);
        for (int k = 0; k < 4; k++) {
            try (GoldenSwap swap = new GoldenSwap(golden)) {
                FacialGuidance guidance =
                        swap.guidance(k % 2 == 0 ? Statistics.RUNNING : Statistics.OWN);
                for (int i = 0; i < 8; i++) guidance.predict(swap.array(i + ".x_t"), swap.step(i));
            }
            rep("after " + k);
        }
    }
}
