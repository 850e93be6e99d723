package mien.engine.evaluate.bench;

import java.util.List;
import java.util.function.IntFunction;

/**
 * A whole edit of opened pictures with the installed pack through the engine, each step with its
 * preview.
 *
 * @param name of the benchmark
 * @param steps of one edit
 * @param warmUp edits that are made but not measured
 * @param runs edits that are measured
 * @param opening opens an edit of so many steps
 */
record WholeEdit(String name, int steps, int warmUp, int runs, IntFunction<DemoEdit<?>> opening)
        implements Benchmark {

    @Override
    public List<String> precisions() {
        return List.of("auto");
    }

    @Override
    public Measurement measure(String auto) {
        try (DemoEdit<?> edit = opening.apply(steps)) {
            return Taking.auto(name)
                    .of(() -> Times.measured(warmUp, runs, edit))
                    .with(Figure.FIRST_PREVIEW, edit.firstPreview(warmUp));
        }
    }
}
