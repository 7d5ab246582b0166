import {
  DocumentUnknown,
  DeliveryUnknown,
  DocumentClosed,
  DocumentDiffers,
  NoOpenRequest,
  NotADelivery,
  RequestOpen,
  AnswerWithoutTime,
  SaidTooEarly,
  StatusUnknown,
  TooLate,
  WrongSpeaker,
} from '@lienthong/documents';
import {
  BeyondLimits,
  BrokenAttachment,
  DocumentTypeDeclarationForbidden,
  IncompletePacket,
  MalformedXml,
  NotAnEdxmlPacket,
  UnwritablePacket,
} from '@lienthong/edxml';
import { EventTooLarge, RangeBeyondEnd } from '@lienthong/event-store';
import {
  AttachmentUnknown,
  NotARecipient,
  PacketBeyondAxis,
  RecipientUnknown,
} from '../documents/documents.errors.js';
import { type CatalogueEntry, problemType as type, words } from './problem.js';

/** What the exchange of documents refuses. */
export const documentProblems: readonly CatalogueEntry[] = [
  [
    RecipientUnknown,
    type(
      'recipient-unknown',
      422,
      words('Không có nơi nhận này', 'Unknown recipient'),
      words(
        'Tra mã định danh tại /v1/agencies rồi gửi lại; chưa có gì được gửi đi.',
        'Look the code up at /v1/agencies and send again; nothing was sent to anybody.',
      ),
    ),
  ],
  [
    NotARecipient,
    type(
      'not-a-recipient',
      422,
      words('Không phải nơi nhận của văn bản', 'Not a recipient of the document'),
      words(
        'Chỉ lấy lại từ nơi đã nhận văn bản; xem nơi nhận tại /v1/documents.',
        'Ask back only from those it was addressed to; /v1/documents tells who they are.',
      ),
    ),
  ],
  [
    PacketBeyondAxis,
    type(
      'attachments-beyond-axis',
      422,
      words('Tệp đính kèm quá lớn đối với trục', 'Attachments that the axis does not take'),
      words(
        'Giảm dung lượng, hoặc chia thành nhiều văn bản cho nơi nhận qua trục; chưa có gì được gửi đi.',
        'Make them smaller, or send several documents to those beyond the axis; nothing was sent to anybody.',
      ),
    ),
  ],
  [
    AttachmentUnknown,
    type(
      'attachment-unknown',
      422,
      words('Chưa có nội dung tệp đính kèm này', 'The content of the attachment is not here'),
      words(
        'Tải nội dung lên /v1/objects rồi gửi lại; nội dung không văn bản nào nêu chỉ giữ một ngày.',
        'Upload it to /v1/objects and send again; what no document names is kept for a day.',
      ),
    ),
  ],
  [
    RangeBeyondEnd,
    type(
      'range-beyond-end',
      416,
      words('Không có phần được hỏi', 'There is no such part'),
      words('Xem kích thước trong Content-Range.', 'Content-Range tells the size.'),
    ),
  ],
  [
    DocumentDiffers,
    type(
      'document-differs',
      409,
      words('Trùng DocumentId với văn bản khác', 'Another document has this DocumentId'),
      words('Cấp DocumentId mới cho văn bản khác.', 'Give another document an id of its own.'),
    ),
  ],
  [
    DocumentUnknown,
    type(
      'document-unknown',
      404,
      words('Không tìm thấy văn bản', 'No such document'),
      words('Kiểm tra mã văn bản.', 'Check the id of the document.'),
    ),
  ],
  [
    DeliveryUnknown,
    type(
      'delivery-unknown',
      404,
      words('Văn bản không gửi tới đơn vị này', 'The document was not addressed to this agency'),
      words('Kiểm tra nơi nhận của văn bản.', 'Check to whom the document was addressed.'),
    ),
  ],
  [
    NotADelivery,
    type(
      'delivery-on-paper',
      422,
      words('Đơn vị nhận bản giấy', 'The recipient gets paper only'),
      words('Không cập nhật trạng thái cho bản giấy.', 'No status is kept for paper.'),
    ),
  ],
  [
    StatusUnknown,
    type(
      'status-unknown',
      422,
      words('Mã trạng thái không có', 'Unknown status'),
      words('Dùng 01 đến 06, 13, 15 hoặc 16.', 'Use 01 to 06, 13, 15 or 16.'),
    ),
  ],
  [
    AnswerWithoutTime,
    type(
      'answer-without-time',
      409,
      words('Câu trả lời thiếu thời điểm', 'An answer without its time'),
      words(
        'Đã có yêu cầu mới sau câu trả lời trước; ghi thời điểm (at) của câu trả lời này.',
        'A further question is open since your last answer; give the time (at) of the answer to it.',
      ),
    ),
  ],
  [
    SaidTooEarly,
    type(
      'status-too-early',
      422,
      words('Thời điểm trước ngày gửi văn bản', 'A time before the document was sent'),
      words(
        'Sửa thời điểm của trạng thái (at; Timestamp trong gói tin).',
        'Mend the time of the status (at; Timestamp in a packet).',
      ),
    ),
  ],
  [
    WrongSpeaker,
    type(
      'wrong-speaker',
      422,
      words('Không đúng bên được báo trạng thái', 'The wrong party says this'),
      words(
        '01–06, 15, 16 do nơi nhận gửi; 13 do nơi gửi.',
        '01–06, 15 and 16 come from the recipient, 13 from the sender.',
      ),
    ),
  ],
  [
    RequestOpen,
    type(
      'request-open',
      409,
      words('Yêu cầu trước chưa được trả lời', 'An earlier request has no answer yet'),
      words('Chờ nơi nhận trả lời 15 hoặc 16.', 'Wait until the recipient answers 15 or 16.'),
    ),
  ],
  [
    NoOpenRequest,
    type(
      'no-open-request',
      422,
      words('Không có yêu cầu nào đang chờ', 'No request is open'),
      words('Chỉ trả lời 15, 16 khi được hỏi.', 'Answer 15 or 16 only where you were asked.'),
    ),
  ],
  [
    TooLate,
    type(
      'too-late',
      409,
      words('Lượt gửi đã kết thúc', 'The delivery has ended'),
      words('Ban hành văn bản khác thay thế.', 'Issue another document in its place.'),
    ),
  ],
  [
    DocumentClosed,
    type(
      'document-closed',
      409,
      words('Văn bản đã bị thu hồi hoặc thay thế', 'The document was revoked or replaced'),
      words('Không sửa được nữa; ban hành văn bản mới.', 'Issue a new document instead.'),
    ),
  ],
  [
    MalformedXml,
    type(
      'malformed-xml',
      400,
      words('XML không đúng cú pháp', 'Malformed XML'),
      words('Sửa tại dòng và cột đã nêu.', 'Mend it at the line and column given.'),
    ),
  ],
  [
    DocumentTypeDeclarationForbidden,
    type(
      'dtd-forbidden',
      400,
      words('Không chấp nhận DOCTYPE', 'A DOCTYPE is not accepted'),
      words('Bỏ khai báo DOCTYPE.', 'Leave the DOCTYPE declaration out.'),
    ),
  ],
  [
    BeyondLimits,
    type(
      'packet-beyond-limits',
      413,
      words('Gói tin vượt giới hạn', 'The packet is beyond the limits'),
      words(
        'Chia nhỏ văn bản hoặc giảm dung lượng tệp đính kèm (50 MiB mỗi tệp).',
        'Send less at once; an attachment has 50 MiB at most.',
      ),
    ),
  ],
  [
    NotAnEdxmlPacket,
    type(
      'not-edxml',
      422,
      words('Không phải gói tin edXML', 'Not an edXML packet'),
      words('Gửi gói tin theo QCVN 102:2016/BTTTT.', 'Send a packet as QCVN 102:2016/BTTTT says.'),
    ),
  ],
  [
    IncompletePacket,
    type(
      'incomplete-packet',
      422,
      words('Gói tin thiếu thông tin', 'The packet is incomplete'),
      words('Bổ sung phần tử đã nêu.', 'Add the element that is named.'),
    ),
  ],
  [
    BrokenAttachment,
    type(
      'broken-attachment',
      422,
      words('Tệp đính kèm hỏng', 'Broken attachment'),
      words('Mã hóa lại tệp đính kèm rồi gửi lại.', 'Encode the attachment again and send again.'),
    ),
  ],
  [
    UnwritablePacket,
    type(
      'unwritable-packet',
      422,
      words('Không ghi được thành gói tin edXML', 'It cannot be written as an edXML packet'),
      words(
        'Bỏ ký tự mà XML không chứa được, hoặc sửa thời gian.',
        'Leave out what XML cannot carry, or mend the time.',
      ),
    ),
  ],
  [
    EventTooLarge,
    type(
      'particulars-too-large',
      413,
      words('Phần thông tin văn bản quá lớn', 'The particulars are too large'),
      words(
        'Rút ngắn trích yếu và các trường; tệp đính kèm không tính.',
        'Shorten the subject and the other fields; attachments do not count.',
      ),
    ),
  ],
];
