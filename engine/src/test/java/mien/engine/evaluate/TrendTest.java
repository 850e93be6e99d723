package mien.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mien.engine.evaluate.Sweep.Claim;
import org.junit.jupiter.api.Test;

class TrendTest {

    private static final double[] RISING = {0, 1, 5, 6};

    @Test
    void rankCorrelationIsSpearmans() {
        assertEquals(1, Trend.of(RISING, new double[] {1, 2, 30, 400}).rho(), 1e-12);
        assertEquals(-1, Trend.of(RISING, new double[] {4, 3, 2.5, -9}).rho(), 1e-12);
        assertEquals(0.8, Trend.of(RISING, new double[] {1, 3, 2, 4}).rho(), 1e-12);
        double tied = Trend.of(RISING, new double[] {1, 2, 2, 3}).rho();
        assertEquals(4.5 / Math.sqrt(5 * 4.5), tied, 1e-12);
    }

    @Test
    void whatNeverChangesNeitherRisesNorFalls() {
        Trend flat = Trend.of(RISING, new double[] {2, 2, 2, 2});
        assertEquals(0, flat.rho());
        assertFalse(flat.rises() || flat.falls());
    }

    @Test
    void aTrendThatItsEndsContradictHoldsNoClaim() {
        Trend bent = Trend.of(RISING, new double[] {5, 1, 2, 4});
        Trend risen = Trend.of(RISING, new double[] {1, 3, 2, 4});
        assertFalse(new Claim("d_r", true).holds(bent));
        assertTrue(new Claim("d_r", true).holds(risen));
        assertFalse(new Claim("d_r", false).holds(risen));
        assertEquals(1, risen.first());
        assertEquals(4, risen.last());
    }
}
