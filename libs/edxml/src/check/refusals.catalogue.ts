import type { RefusalRule } from '../packet.errors.js';
import { type RuleWords, ruleWords as words } from './words.js';

/** What is about writing stands in no packet. */
export type RefusalId = Exclude<RefusalRule, 'unwritable'>;

/** Why a packet is not taken at all. */
export const REFUSALS: Readonly<Record<RefusalId, RuleWords>> = {
  'malformed-xml': words(
    'Không phải XML 1.0 đúng cú pháp bằng UTF-8.',
    'Not well-formed XML 1.0 in UTF-8.',
    'Sửa lỗi XML tại vị trí này; khai báo mọi tiền tố; lưu tệp bằng UTF-8.',
    'Mend the XML here; declare every prefix; store the file in UTF-8.',
  ),
  'dtd-forbidden': words(
    'Có khai báo DOCTYPE.',
    'There is a document type declaration.',
    'Bỏ DOCTYPE; viết thẳng ký tự thay cho thực thể.',
    'Leave the DOCTYPE out; write characters instead of entities.',
  ),
  'packet-too-large': words(
    'Phần ngoài tệp đính kèm lớn hơn 4 MiB, hoặc cả gói lớn hơn 280 MiB.',
    'More than 4 MiB beside the attachments, or more than 280 MiB in all.',
    'Chia nơi nhận thành nhiều gói tin; đưa nội dung dài vào tệp đính kèm.',
    'Divide the recipients among several packets; put long content into an attachment.',
  ),
  'packet-too-complex': words(
    'Quá nhiều thẻ, thuộc tính hoặc tham chiếu, hoặc lồng quá sâu.',
    'Too many tags, attributes or references, or nested too deep.',
    'Chia nơi nhận thành nhiều gói tin; bỏ các phần tử không thuộc quy chuẩn.',
    'Divide the recipients among several packets; leave out what the standard does not know.',
  ),
  'attachment-too-large': words(
    'Một tệp đính kèm lớn hơn 50 MiB.',
    'An attachment is larger than 50 MiB.',
    'Giảm dung lượng tệp, hoặc chia thành nhiều tệp.',
    'Make the file smaller, or several of it.',
  ),
  'attachments-too-large': words(
    'Các tệp đính kèm cộng lại lớn hơn 200 MiB.',
    'The attachments are larger than 200 MiB together.',
    'Gửi thành nhiều gói tin.',
    'Send several packets.',
  ),
  'not-edxml': words(
    'Phần tử gốc không phải edXML của QCVN 102:2016.',
    'The root is not edXML of QCVN 102:2016.',
    'Phần tử gốc là edXML trong không gian tên http://www.mic.gov.vn/TBT/QCVN_102_2016.',
    'The root is edXML in the namespace http://www.mic.gov.vn/TBT/QCVN_102_2016.',
  ),
  'predecessor-2803': words(
    'Gói tin theo Công văn 2803/BTTTT-THH (SOAP).',
    'A packet of the predecessor, 2803/BTTTT-THH (SOAP).',
    'Xuất văn bản theo QCVN 102:2016.',
    'Export the document by QCVN 102:2016.',
  ),
  'part-twice': words(
    'Một phần tử chỉ được có một lần lại xuất hiện nhiều lần.',
    'An element that occurs once at most occurs several times.',
    'Giữ lại một phần tử.',
    'Keep one of them.',
  ),
  'part-missing': words(
    'Thiếu phần tử bắt buộc, hoặc nó rỗng hay không đọc được.',
    'An element that is needed is missing, empty or unreadable.',
    'Bổ sung phần tử này cùng giá trị của nó.',
    'Add the element and its value.',
  ),
  'business-type-unknown': words(
    'BussinessDocType không phải 0, 1, 2 hoặc 3.',
    'BussinessDocType is not 0, 1, 2 or 3.',
    'Dùng 0 (mới), 1 (thu hồi), 2 (cập nhật) hoặc 3 (thay thế).',
    'Use 0 (new), 1 (revoke), 2 (update) or 3 (replace).',
  ),
  'base64-broken': words(
    'Nội dung tệp đính kèm không phải base64.',
    'The content of an attachment is no base64.',
    'Mã hóa tệp bằng base64 chuẩn, có đủ dấu =.',
    'Encode the file in standard base64, padding included.',
  ),
  'file-name-unusable': words(
    'AttachmentName không phải tên tệp.',
    'AttachmentName is no plain file name.',
    'Chỉ ghi tên tệp, không ghi đường dẫn.',
    'Give the name of the file, without a path.',
  ),
  'zip-bomb': words(
    'Tệp nén bung ra quá lớn.',
    'A zip that would grow beyond reason.',
    'Đính kèm tệp thật, hoặc không nén.',
    'Attach the real file, or do not compress it.',
  ),
  'zip-broken': words(
    'Tệp nén hỏng.',
    'A broken zip.',
    'Nén lại: một tệp, phương pháp deflate hoặc store.',
    'Pack it again: one file, deflated or stored.',
  ),
  'zip-encrypted': words(
    'Tệp nén có mật khẩu.',
    'An encrypted zip.',
    'Nén không đặt mật khẩu.',
    'Pack it without a password.',
  ),
  'zip-several-files': words(
    'Tệp nén mang tệp đính kèm không chứa đúng một tệp.',
    'The zip that carries an attachment does not hold exactly one file.',
    'Nén riêng từng tệp; nếu chính tệp .zip là văn bản, AttachmentName phải có đuôi .zip.',
    'Pack each file alone; where the zip is the attachment itself, its AttachmentName ends in .zip.',
  ),
  'zip-unsafe-name': words(
    'Tên trong tệp nén dẫn ra ngoài thư mục giải nén.',
    'A name in a zip leads out of its folder.',
    'Đặt tên không có đường dẫn, không có .. hoặc ổ đĩa.',
    'Use names without a path, without .. and without a drive.',
  ),
};
