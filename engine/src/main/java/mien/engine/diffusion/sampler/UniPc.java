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
import mien.engine.diffusion.sampler.History.Entry;

/**
 * UniPC of second order: Zhao et al. 2023, arXiv:2302.04867, algorithms 1 (UniC) and 2 (UniP), with
 * x̂_0 as the prediction. Each evaluation serves twice: it corrects the step that led to it and
 * predicts the next. The walk begins and ends with a step of first order.
 *
 * <p>The correction is added to the picture instead of replacing it (the same numbers when nothing
 * came between), so that what a {@link mien.engine.diffusion.Blend} did is not undone.
 *
 * @param b the function B(h)
 */
public record UniPc(B b) implements Sampler {

    private static final int ORDER = 2;

    /** The paper's choices of B(h), with h turned round as x̂_0 wants it. */
    public enum B {
        /** B(h) = h. */
        BH1,
        /** B(h) = e^h − 1. */
        BH2;

        private double of(double hh) {
            return this == BH1 ? hh : Math.expm1(hh);
        }
    }

    @Override
    public Stepper start() {
        return new Walk(new History(ORDER));
    }

    @Override
    public Stepper resume(List<Past> past, NDArray x) {
        return new Walk(History.of(ORDER, past, x));
    }

    private final class Walk extends MultistepWalk {

        Walk(History history) {
            super(history);
        }

        @Override
        public Stepped step(NDArray x, Step s, Denoiser model, Noise noise) {
            NDArray m = model.predict(x, s).shifted(x, s).x0();
            NDArray corrected = history.size() == 0 ? x : x.add(correction(m, s));
            int order = Math.min(ORDER, Math.min(s.index(), history.size()) + 1);
            NDArray next = predicted(corrected, m, s, order);
            history.add(s, order, m);
            return new Stepped(next, m);
        }

        /** UniC less UniP of the step that led here: both share all but the last differences. */
        private NDArray correction(NDArray m, Step s) {
            Entry from = history.get(0);
            double hh = from.lambda() - s.lambda(); // −h
            double weight = -sqrt(s.alphaBar()) * b.of(hh); // −α_s·B
            NDArray last = m.sub(from.x0());
            if (from.order() == 1) {
                return last.mul((float) (weight / 2));
            }
            double r = ratio(hh);
            double first = Math.expm1(hh) / hh - 1;
            double b1 = first / b.of(hh);
            double b2 = 2 * (first / hh - 0.5) / b.of(hh);
            double rho1 = (b1 - b2) / (1 - r); // [1 1; r 1]·(ρ₁, ρ₂) = (b₁, b₂)
            double rho2 = b1 - rho1;
            return slope(from.x0(), history.get(1).x0(), r)
                    .mul((float) (weight * (rho1 - 0.5)))
                    .add(last.mul((float) (weight * rho2)));
        }

        /** r₁ of the step that led here: (λ before it − λ at its start)/h. */
        private double ratio(double hh) {
            return (history.get(1).lambda() - history.get(0).lambda()) / -hh;
        }

        private NDArray predicted(NDArray x, NDArray m, Step s, int order) {
            double hh = s.lambda() - s.lambdaPrev();
            double alpha = sqrt(s.alphaBarPrev());
            double sigmas = sqrt((1 - s.alphaBarPrev()) / (1 - s.alphaBar())); // σ_t/σ_s
            NDArray base = x.mul((float) sigmas).sub(m.mul((float) (alpha * Math.expm1(hh))));
            if (order == 1) {
                return base;
            }
            Entry before = history.get(0);
            double r = (before.lambda() - s.lambda()) / -hh;
            NDArray d = slope(m, before.x0(), r);
            return base.sub(d.mul((float) (alpha * b.of(hh) / 2))); // ρ₁ = ½
        }

        /** D₁ = (m_before − m)/r₁. */
        private static NDArray slope(NDArray m, NDArray before, double r) {
            return before.sub(m).mul((float) (1 / r));
        }
    }
}
