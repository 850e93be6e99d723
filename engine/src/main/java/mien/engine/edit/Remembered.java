package mien.engine.edit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The answers to the last few questions, so that what takes long is computed once. Safe for use by
 * several threads.
 */
public final class Remembered<K, V> {

    private final Map<K, V> answers = new LinkedHashMap<>(); // the oldest first
    private final int most;

    /**
     * @param most how many answers are kept
     */
    public Remembered(int most) {
        this.most = most;
    }

    /**
     * The answer to a question.
     *
     * @param finding answers it when it was not asked lately; an exception is passed on
     */
    public synchronized V of(K question, Function<K, V> finding) {
        V known = answers.remove(question);
        V answer = known != null ? known : finding.apply(question);
        answers.put(question, answer);
        if (answers.size() > most) {
            answers.remove(answers.keySet().iterator().next());
        }
        return answer;
    }
}
