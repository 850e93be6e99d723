package mien.engine.diffusion.sampler;

import static java.lang.Math.sqrt;

import ai.djl.ndarray.NDArray;
import java.util.List;
import mien.engine.diffusion.Denoiser;
import mien.engine.diffusion.Noise;
import mien.engine.diffusion.Past;
import mien.engine.diffusion.Sampler;
import mien.engine.diffusion.Step;
import mien.engine.diffusion.Stepped;
import mien.engine.diffusion.Stepper;

/**
 * DPM-Solver++(2M): Lu et al. 2022, "DPM-Solver++", arXiv:2211.01095, algorithm 2, with x̂_0 as the
 * prediction. Two orders at one evaluation a step, because it looks back on the step before. The
 * first step is of first order, which is deterministic DDIM, and so is one that ends at the picture
 * itself, where λ is infinite.
 *
 * @param firstOrderEnd whether a walk of less than 15 steps also ends with a step of first order
 *     where it could do otherwise ({@code lower_order_final} in diffusers)
 */
public record DpmSolver(boolean firstOrderEnd) implements Sampler {

    /** Walks shorter than this end with a step of first order (diffusers). */
    private static final int SHORT = 15;

    @Override
    public Stepper start() {
        return new Walk(new History(1));
    }

    @Override
    public Stepper resume(List<Past> past, NDArray x) {
        return new Walk(History.of(1, past, x));
    }

    private final class Walk extends MultistepWalk {

        Walk(History history) {
            super(history);
        }

        @Override
        public Stepped step(NDArray x, Step s, Denoiser model, Noise noise) {
            NDArray m = model.predict(x, s).shifted(x, s).x0();
            double h = s.lambdaPrev() - s.lambda();
            int order = order(s);
            NDArray d = m;
            if (order == 2) { // algorithm 2, D_i
                double r = (s.lambda() - history.get(0).lambda()) / h;
                NDArray slope = m.sub(history.get(0).x0());
                d = m.add(slope.mul((float) (1 / (2 * r))));
            }
            double ratio = sqrt((1 - s.alphaBarPrev()) / (1 - s.alphaBar())); // σ_t/σ_s
            double weight = -sqrt(s.alphaBarPrev()) * Math.expm1(-h); // −α_t·(e^{−h} − 1)
            NDArray next = x.mul((float) ratio).add(d.mul((float) weight)); // algorithm 2, x̃_i
            history.add(s, order, m);
            return new Stepped(next, m);
        }

        private int order(Step s) {
            boolean endsFirst = s.last() && firstOrderEnd && s.count() < SHORT;
            boolean endsClean = s.alphaBarPrev() == 1;
            return history.size() == 0 || endsFirst || endsClean ? 1 : 2;
        }
    }
}
