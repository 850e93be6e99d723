package mien.engine.checkpoint;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import mien.engine.checkpoint.storage.Malformed;

/** What people take for a file of weights, and what to do about it. */
final class Stranger {

    private static final int TAR_MARK = 257;
    private static final String UNPACK = "unpack it and choose the file inside";
    private static final List<String> INSIDE =
            List.of(".ckpt", ".pt", ".pth", ".bin", ".safetensors", ".pkl", ".npz", ".tar");

    private Stranger() {}

    /**
     * @param head the file's first bytes as Latin-1
     */
    static Malformed of(String head) {
        String shown = head.strip().toLowerCase(Locale.ROOT);
        if (head.isEmpty()) {
            return new Malformed("it is empty");
        }
        if (shown.startsWith("<")) {
            return new Malformed(
                    "it is a web page that was saved in place of the model",
                    "download it in a browser, where the site may ask you to confirm");
        }
        if (shown.startsWith("version https://git-lfs")) {
            return new Malformed(
                    "it only says where the model lies (a Git LFS pointer)",
                    "download the model itself");
        }
        if (head.startsWith("\u001f\u008b")) {
            return new Malformed("it is compressed by gzip", UNPACK);
        }
        if (head.startsWith("7z\u00bc\u00af") || head.startsWith("Rar!")) {
            return new Malformed("it is a packed archive", UNPACK);
        }
        if (head.startsWith("ustar", TAR_MARK)) {
            return new Malformed("it is a tar archive", UNPACK);
        }
        return new Malformed(
                "it begins like no kind that weights come in (safetensors, PyTorch, NumPy,"
                        + " pickle)");
    }

    /** A zip archive of other things. */
    static Malformed archive(Collection<String> parts) {
        for (String part : parts) {
            if (INSIDE.stream().anyMatch(part::endsWith)) {
                return new Malformed(
                        "it is an archive around '" + part + "'", "unpack it and choose that file");
            }
        }
        return new Malformed(
                "it holds neither a PyTorch object nor NumPy arrays", "choose another file");
    }
}
