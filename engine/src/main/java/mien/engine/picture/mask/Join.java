package mien.engine.picture.mask;

import java.util.function.IntBinaryOperator;

/** How two masks become one; soft edges stay soft. */
public enum Join implements IntBinaryOperator {
    /** Inside either. */
    UNION {
        @Override
        public int applyAsInt(int a, int b) {
            return Math.max(a, b);
        }
    },
    /** Inside the first, not the second. */
    SUBTRACT {
        @Override
        public int applyAsInt(int a, int b) {
            return Math.min(a, 255 - b);
        }
    },
    /** Inside both. */
    INTERSECT {
        @Override
        public int applyAsInt(int a, int b) {
            return Math.min(a, b);
        }
    }
}
