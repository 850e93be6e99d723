package mien.engine.tensor;

import java.util.Arrays;

/** The floating-point types that networks run in, with PyTorch's numbers for them. */
public enum ScalarType {
    FLOAT16(5),
    FLOAT32(6),
    FLOAT64(7),
    BFLOAT16(15);

    private final int code;

    ScalarType(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static ScalarType ofCode(int code) {
        return Arrays.stream(values())
                .filter(type -> type.code == code)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "not a floating-point type: number " + code));
    }
}
