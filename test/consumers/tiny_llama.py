"""Makes a Llama of two layers with random weights, always the same ones."""

from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast, set_seed


def make_model(tokenizer: PreTrainedTokenizerFast) -> LlamaForCausalLM:
    set_seed(0)
    config = LlamaConfig(
        vocab_size=len(tokenizer),
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=2,
        max_position_embeddings=8192,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
        bos_token_id=None,
    )
    return LlamaForCausalLM(config)
