"""How the language model was made: data, network, training, quantisation, scores."""
