### The keys that sign coupons.

signing-key-title = The program’s keys
signing-key-number = Key { $slot }
signing-key-now = In use
signing-key-first = Since the program opened
signing-key-since = Since { $at }
signing-key-until = Until { $at }
signing-key-reason = Reason: { $reason }
signing-key-old-hint = Coupons signed with an older key stay good. These keys are public: they verify, they do not sign.
signing-key-ask = Ask for a new key
signing-key-ask-button = Ask
signing-key-effect = New batches will be signed with another key. Coupons already printed stay good.
signing-key-limit = Was the file of secrets stolen? A new key is not enough: all keys come from it. Cancel the batches and call whoever runs the server.
signing-key-waits = A new key was asked for
signing-key-asked = { $who } asked for it. Reason: { $reason }
signing-key-yours = You asked for it. Another person must confirm.
signing-key-needs = Somebody who coordinates, keeps the books or approves payments must confirm.
signing-key-confirm = Confirm the new key
signing-key-drop = Keep the current key
